import Diagnostics
import HTTPClient
public import ModelManifests
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// One run of `publish --plan`: looks whether the catalog is still as it was when the plan was made,
/// and only then writes what the plan says and reads it back.
public struct PlanRun: Sendable {
  private let plan: SavedPlan
  private let environment: String?
  private let config: ProjectConfig
  private let settings: Result<ConnectionSettings, SettingsError>
  private let connection: Connection
  private let interruption: Interruption
  private let concurrency: Int
  private let isVerifying: Bool

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - environment: The environment of the project config that is meant; nil for none.
  ///   - config: The project config, in that environment.
  ///   - settings: The server and the token, or why there is none.
  ///   - connection: How requests are carried and counted.
  ///   - interruption: Whoever may stop the run.
  ///   - concurrency: How many models are written side by side.
  ///   - isVerifying: Whether what was written is read back.
  public init(
    _ plan: SavedPlan, environment: String?, config: ProjectConfig,
    settings: Result<ConnectionSettings, SettingsError>, connection: Connection,
    interruption: Interruption, concurrency: Int, isVerifying: Bool = true
  ) {
    self.plan = plan
    self.environment = environment
    self.config = config
    self.settings = settings
    self.connection = connection
    self.interruption = interruption
    self.concurrency = concurrency
    self.isVerifying = isVerifying
  }

  /// Runs; whatever happens is in the result.
  public func run() async -> RunResult {
    var draft = RunDraft(plan, config: config)
    do throws(Failure) {
      let settings = try usableSettings()
      try await carryOut(settings, &draft)
    } catch {
      draft.fail(error)
    }
    draft.result.requests = connection.counts
    for index in draft.result.models.indices where draft.result.models[index].isUnwritten {
      draft.result.models[index].versionAfter = nil
    }
    return draft.finished(interruption)
  }

  /// The settings when they hold and lead to where the plan was made for.
  private func usableSettings() throws(Failure) -> ConnectionSettings {
    guard environment == plan.environment else {
      throw elsewhere(
        "the plan was made for \(words(plan.environment)), and this run is for "
          + words(environment),
        hint: plan.environment.map { "give --env \($0)" } ?? "leave out --env")
    }
    let settings: ConnectionSettings
    do throws(SettingsError) {
      settings = try self.settings.get()
    } catch {
      throw Failure(error)
    }
    let address = plan.server?.url ?? ""
    guard settings.server.description == address else {
      throw elsewhere(
        "the plan was made for \(address), and this run would write to \(settings.server)",
        hint: "give the server of the plan, or plan for this one")
    }
    return settings
  }

  private func words(_ environment: String?) -> String {
    environment.map { "the environment `\($0)`" } ?? "no environment"
  }

  private func elsewhere(_ message: String, hint: String) -> Failure {
    Failure(.planForElsewhere, message, hint, .findings)
  }

  private func carryOut(
    _ settings: ConnectionSettings, _ draft: inout RunDraft
  ) async throws(Failure) {
    let read = try await reading(settings).get()
    draft.result.server = ServerIdentity(
      url: settings.server.description, version: read.client.capabilities.version.text)
    try checkVersion(read.client.capabilities.version)
    try checkPrincipal(read.principal)
    let state = PlannedState(plan: plan, blocked: draft.blocked, snapshot: read.snapshot)
    let findings = await state.findings { model in
      (try? await read.client.versions(ofModel: model.id)) ?? []
    }
    for finding in findings { draft.diagnostics.append(finding) }
    guard !findings.contains(where: { $0.code == .stalePlan }) else {
      draft.result.outcome.troubles.insert(.stale)
      return
    }
    await write(read, &draft)
    draft.addAddresses(settings.server)
  }

  private func checkVersion(_ version: ServerVersion) throws(Failure) {
    let planned = plan.server?.version ?? ""
    guard version.text != planned else { return }
    throw Failure(
      .planOfOtherVersion,
      "the plan was made for OpenMetadata \(planned), and the server is \(version.text) now",
      "look at the new plan: publish --check --plan-out FILE", .stale)
  }

  private func checkPrincipal(_ principal: Principal?) throws(Failure) {
    guard let planned = plan.checked.principal, let principal, principal.name != planned else {
      return
    }
    throw elsewhere(
      "the plan was made by `\(planned)`, and the token of this run is that of `\(principal.name)`",
      hint: "plan and publish with tokens of one user: whose edits are kept depends on it")
  }

  /// Reads all that the plan was made on; a signal ends it at once.
  private func reading(_ settings: ConnectionSettings) async -> Result<PlannedReading, Failure> {
    let (transport, plan) = (connection.transport, plan)
    let outcome = await interruption.cancelling {
      () async -> Result<PlannedReading, OpenMetadataError> in
      do throws(OpenMetadataError) {
        let client = try await OpenMetadataClient.connecting(
          to: settings.server, token: settings.token, transport: transport,
          redactor: Redactor(settings.secrets))
        let empty = CatalogSnapshot(
          serverURL: client.server.description, capabilities: client.capabilities)
        let reader = CatalogReader(client: client)
        var snapshot = try await reader.reading(PlannedState.keys(of: plan), into: empty)
        snapshot = try await reader.reading(
          PlannedState.edgeKeys(of: plan, snapshot), into: snapshot)
        var principal: Principal?
        if plan.checked.principal != nil { principal = try await client.principal() }
        return .success(
          PlannedReading(client: client, snapshot: snapshot, principal: principal))
      } catch {
        return .failure(error)
      }
    }
    return outcome.mapError { error in
      interruption.signal == nil
        ? Failure(reading: error, with: settings) : .stopped(reading: "the catalog was")
    }
  }

  private func write(_ read: PlannedReading, _ draft: inout RunDraft) async {
    let models = plan.models
    let applier = Applier(
      client: read.client, known: read.snapshot.models.compactMapValues(\.entity),
      concurrency: concurrency, interruption: interruption,
      readBackPauses: connection.readBackPauses, isVerifying: isVerifying)
    let whole = PublicationPlan(
      serverURL: read.snapshot.serverURL, serverVersion: read.client.capabilities.version,
      services: plan.checked.services, models: models, references: plan.checked.references)
    draft.take(
      await applier.apply(whole, blocked: draft.blocked) { index in
        let replanning = SavedReplanning(client: read.client, plan: models[index])
        return { cause throws(OpenMetadataError) in try await replanning.plan(cause) }
      })
  }
}
