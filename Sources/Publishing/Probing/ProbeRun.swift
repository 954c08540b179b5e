import Diagnostics
import HTTPClient
import OpenMetadataAPI
import OpenMetadataEntities

/// One run of `doctor --probe-server`: tries in a scratch service what publishing takes for granted,
/// and takes the service away again, whatever happens.
///
/// The result names nothing of the user: no server, no account, no entity.
public struct ProbeRun: Sendable {
  private let settings: Result<ConnectionSettings, SettingsError>
  private let connection: Connection
  private let interruption: Interruption

  /// Makes a run.
  public init(
    settings: Result<ConnectionSettings, SettingsError>, connection: Connection,
    interruption: Interruption
  ) {
    self.settings = settings
    self.connection = connection
    self.interruption = interruption
  }

  /// Runs; whatever happens is in the result.
  public func run() async -> RunResult {
    var result = RunResult(mode: .doctor)
    do throws(Failure) {
      try await probe(&result)
    } catch {
      result.diagnostics.append(error.diagnostic)
      result.outcome.troubles.insert(error.status)
    }
    result.outcome.signal = interruption.signal
    result.requests = connection.counts
    return result
  }

  private func probe(_ result: inout RunResult) async throws(Failure) {
    let settings: ConnectionSettings
    do throws(SettingsError) {
      settings = try self.settings.get()
    } catch {
      throw Failure(error)
    }
    let client: OpenMetadataClient
    let principal: Principal
    do throws(OpenMetadataError) {
      client = try await OpenMetadataClient.connecting(
        to: settings.server, token: settings.token, transport: connection.transport,
        redactor: Redactor(settings.secrets))
      principal = try await client.principal()
    } catch {
      throw Failure(reading: error, with: settings)
    }
    let version = client.capabilities.version
    result.server = ServerIdentity(url: "(left out)", version: version.text)
    var services = ScratchServices(client: client)
    var probe = ServerProbe(client: client) { [interruption] in interruption.signal != nil }
    var problem: Failure?
    do throws(ScratchServices.Problem) {
      try await services.make()
      await probe.run()
    } catch {
      problem = Failure(error)
    }
    // Also after a failure, and after a signal: nothing of ours stays.
    if await !services.removeAll() {
      result.diagnostics.append(
        Diagnostic(
          .scratchLeft, "the scratch service `\(ScratchServices.name)` could not be removed",
          hint: "delete the services of that name, one of models and one of databases"))
      result.outcome.troubles.insert(.findings)
    }
    if let problem { throw problem }
    let observations = probe.observations.compared(version, isBot: principal.isBot)
    result.observations = observations
    for observation in observations {
      guard let observed = observation.observed, !observation.holds else { continue }
      result.diagnostics.append(
        Diagnostic(
          .assumptionBroken,
          "OpenMetadata \(version.text), \(observation.title): `\(observed)`, and "
            + "`\(observation.assumed)` is assumed",
          hint: "report it with this report (--output json=FILE); publishing reads back what it "
            + "wrote, and fails where that differs"))
      result.outcome.troubles.insert(.findings)
    }
    if interruption.signal == nil, observations.contains(where: { $0.observed == nil }) {
      result.diagnostics.append(
        Diagnostic(
          .notProbed, "not every rule could be tried",
          hint: "see which ones the server let pass; a bot with the Ingestion bot role may do all"))
      result.outcome.troubles.insert(.findings)
    }
  }
}

extension Failure {
  /// What is shown when there is no scratch service.
  fileprivate init(_ problem: ScratchServices.Problem) {
    switch problem {
    case .taken:
      self.init(
        Diagnostic(
          .scratchTaken,
          "there is a service `\(ScratchServices.name)` that no probe of this program made",
          hint: "rename it, or delete it, in the catalog"), .findings)
    case .refused(let what, let status):
      self.init(
        Diagnostic(
          .notProbed,
          "the server refused \(what) of the name `\(ScratchServices.name)`"
            + (status == 0 ? "" : " with status \(status)"),
          hint: "use the token of a bot that may make and delete services, such as one with the "
            + "Ingestion bot role"), status == 403 ? .notPermitted : .findings)
    }
  }
}
