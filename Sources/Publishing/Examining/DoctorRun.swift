import Diagnostics
import FoundationEssentials
import HTTPClient
import ModelManifests
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler
import RegisteredModels

/// One run of `doctor`: goes the way that publishing goes, step by step, and writes nothing.
public struct DoctorRun: Sendable {
  private let settings: Result<ConnectionSettings, SettingsError>
  private let way: WayToServer?
  private let connection: Connection
  private let interruption: Interruption
  private let registries: RegistrySettings

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - settings: The server and the token, or why there is none.
  ///   - way: The way to the server where no token is found; nil when nothing says where it is.
  ///   - connection: How requests are carried and counted.
  ///   - interruption: Whoever may stop the run.
  ///   - registries: What the operator says about model registries.
  public init(
    settings: Result<ConnectionSettings, SettingsError>, way: WayToServer?,
    connection: Connection, interruption: Interruption, registries: RegistrySettings
  ) {
    self.settings = settings
    self.way = (try? settings.get()).map { WayToServer($0) } ?? way
    self.connection = connection
    self.interruption = interruption
    self.registries = registries
  }

  /// Runs; whatever happens is in the result.
  public func run(_ input: PublishInput) async -> RunResult {
    await interruption.cancelling { await examine(input) }
  }

  private func examine(_ input: PublishInput) async -> RunResult {
    var result = RunResult(mode: .doctor)
    var examination = Examination()
    var reason = "what comes before it does not hold"
    if checkSettings(input, &examination) {
      if let way, mayAsk {
        result.server = await ask(way, &examination)
      } else {
        reason = "nothing says which server may be asked"
      }
      await checkRegistries(input, &examination)
    }
    if interruption.signal != nil { reason = "the run was stopped" }
    let checkups = examination.finished(reason)
    result.checkups = checkups
    result.diagnostics = checkups.compactMap(\.finding)
    result.outcome.troubles = examination.troubles
    result.outcome.signal = interruption.signal
    result.requests = connection.counts
    return result
  }

  // MARK: Settings

  /// Whether the settings let anything be examined.
  private func checkSettings(_ input: PublishInput, _ examination: inout Examination) -> Bool {
    let flawed: [ExitCode] = [.configuration, .usage]
    if let status = flawed.first(where: input.troubles.contains),
      let finding = input.diagnostics.sorted.first(where: { $0.severity == .error })
    {
      examination.fail(.settings, finding, status)
      return false
    }
    switch settings {
    case .success(let settings):
      examination.pass(
        .settings,
        "the server is that of \(settings.serverSource), the token that of \(settings.tokenSource)")
    case .failure(let error):
      let failure = Failure(error)
      examination.fail(.settings, failure.diagnostic, failure.status)
    }
    return true
  }

  /// Whether a server may be asked: not one that a file names and the token may not go to.
  private var mayAsk: Bool {
    switch settings {
    case .success, .failure(.noToken), .failure(.unreadableTokenFile), .failure(.emptyTokenFile),
      .failure(.malformedToken):
      true
    case .failure: false
    }
  }

  // MARK: The server

  private func ask(
    _ way: WayToServer, _ examination: inout Examination
  ) async -> ServerIdentity? {
    guard let answer = await way.examine(&examination) else { return nil }
    let now = checkClock(answer, &examination)
    let settings = try? self.settings.get()
    do throws(OpenMetadataError) {
      let client = try await OpenMetadataClient.connecting(
        to: way.server, token: settings?.token, transport: connection.transport,
        redactor: Redactor(settings?.secrets ?? []))
      let version = client.capabilities.version
      checkLine(version, client.capabilities.isKnown, &examination)
      if let settings {
        await AccountExamination(client: client, settings: settings, now: now).check(&examination)
      }
      return ServerIdentity(url: way.server.description, version: version.text)
    } catch {
      let failure = settings.map { Failure(reading: error, with: $0) } ?? Failure(reading: error)
      examination.fail(.server, failure.diagnostic, failure.status)
      return nil
    }
  }

  private func checkLine(
    _ version: ServerVersion, _ isKnown: Bool, _ examination: inout Examination
  ) {
    if isKnown { return examination.pass(.server, "OpenMetadata \(version.text)") }
    examination.doubt(
      .server,
      Diagnostic(
        .unknownServerLine,
        "OpenMetadata \(version.text) is not one of the versions known (1.5 to 2.0)",
        hint: "look for a newer mlcatalog; 'doctor --probe-server' tries what is assumed of it"))
  }

  /// The server's time where it tells it, else this machine's, in seconds since 1970.
  private func checkClock(_ answer: HTTPResponse, _ examination: inout Examination) -> Double {
    let here = Date().timeIntervalSince1970
    guard let text = answer.headers["Date"], let there = HTTPDate.secondsSince1970(text) else {
      examination.skip([.clock], "the server does not tell its time")
      return here
    }
    let difference = Int64(here) - there
    guard abs(difference) > Self.clockTolerance else {
      examination.pass(.clock, "the server's differs by no more than a minute")
      return here
    }
    let words = difference > 0 ? "ahead of" : "behind"
    examination.doubt(
      .clock,
      Diagnostic(
        .clockDiffers,
        "this machine's clock is \(abs(difference)) s \(words) the server's: here it is "
          + "\(Moment.text(Int64(here))), there \(Moment.text(there))",
        hint: "let this machine take its time from the network"))
    return Double(there)
  }

  private static let clockTolerance: Int64 = 60

  // MARK: Registries

  private func checkRegistries(
    _ input: PublishInput, _ examination: inout Examination
  ) async {
    let questions = RegistryQuestions(input.models, input.config.registry, registries)
    let answers = await questions.answers(over: connection)
    if answers.isEmpty { return examination.skip([.registries], "no manifest names one") }
    var told: Set<Diagnostic> = []
    for (index, answer) in answers.sorted(by: { $0.key < $1.key }) {
      guard case .failed(let failure) = answer,
        let finding = RegistryTrouble.finding(failure, of: input.models[index]),
        told.insert(finding).inserted
      else { continue }
      examination.fail(.registries, finding, ExitCode(failure.kind))
    }
    if told.isEmpty {
      let count = answers.count
      examination.pass(
        .registries, "told of \(count == 1 ? "1 registered model" : "\(count) registered models")")
    }
  }
}
