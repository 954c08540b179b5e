public import Diagnostics
import HTTPClient
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// Defines the custom properties that hold what a registry knows; what is there already stays.
public struct PropertyDefinitions: Sendable {
  /// What came of it.
  public struct Result: Sendable {
    /// The server; nil when it did not say what it has.
    public fileprivate(set) var server: ServerIdentity?
    /// The properties that this run made.
    public fileprivate(set) var made: [String] = []
    /// The properties that were there.
    public fileprivate(set) var present: [String] = []
    /// What went wrong.
    public fileprivate(set) var findings: [Diagnostic] = []
    fileprivate var outcome = RunOutcome()

    /// The exit status.
    public var status: ExitCode { outcome.status }

    fileprivate mutating func add(_ failure: Failure) {
      findings.append(failure.diagnostic)
      outcome.troubles.insert(failure.status)
      outcome.isIncomplete = true
    }
  }

  /// The types that hold any text.
  private static let textTypes: Set = ["string", "markdown"]

  private let settings: ConnectionSettings
  private let connection: Connection
  private let interruption: Interruption

  /// Makes a run; the token must be that of somebody who may create types.
  public init(
    settings: ConnectionSettings, connection: Connection, interruption: Interruption
  ) {
    self.settings = settings
    self.connection = connection
    self.interruption = interruption
  }

  /// Defines what is missing and reads back what is there then.
  public func run() async -> Result {
    var result = Result()
    do throws(OpenMetadataError) {
      try await define(&result)
    } catch {
      result.add(unreadable(error))
    }
    result.outcome.signal = interruption.signal
    return result
  }

  private func define(_ result: inout Result) async throws(OpenMetadataError) {
    let client = try await OpenMetadataClient.connecting(
      to: settings.server, token: settings.token, transport: connection.transport,
      redactor: Redactor(settings.secrets))
    let before = try await types(client)
    result.server = ServerIdentity(
      url: settings.server.description, version: client.capabilities.version.text)
    for property in RegistryProperty.allCases {
      guard let type = before[property.name] else { continue }
      if Self.textTypes.contains(type) {
        result.present.append(property.name)
      } else {
        result.add(Self.mistyped(property.name, type))
      }
    }
    let missing = RegistryProperty.allCases.filter { before[$0.name] == nil }
    guard !missing.isEmpty else { return }
    let refusal = try await write(missing, client)
    // Whatever an answer said or did not say: what counts is what is there now.
    let after = try await types(client)
    result.made = missing.map(\.name).filter { after[$0] != nil }
    result.outcome.hasWritten = !result.made.isEmpty
    if let refusal, result.made.count < missing.count {
      result.add(refusal)
    } else if interruption.signal == nil {
      for property in missing where after[property.name] == nil {
        result.add(Self.lost(property.name))
        result.outcome.differs = true
      }
    }
  }

  /// Writes one after the other, and gives the first failure, after which nothing is written.
  private func write(
    _ properties: [RegistryProperty], _ client: OpenMetadataClient
  ) async throws(OpenMetadataError) -> Failure? {
    let model = try await client.typeID(named: "mlmodel")
    let string = try await client.typeID(named: "string")
    for property in properties where interruption.signal == nil {
      let request = CustomProperty.request(
        name: property.name, description: property.summary, typeID: string)
      do throws(OpenMetadataError) {
        try await client.putCustomProperty(request, ofType: model)
      } catch {
        return Self.refused(property.name, error)
      }
    }
    return nil
  }

  /// The types of the properties that ML models have, by name.
  private func types(
    _ client: OpenMetadataClient
  ) async throws(OpenMetadataError) -> [String: String] {
    switch try await client.customProperties() {
    case .found(let properties), .deleted(let properties):
      Dictionary(properties.map { ($0.name, $0.type) }) { first, _ in first }
    case .notFound: throw .invalidAnswer("it knows no type 'mlmodel'")
    case .forbidden(let message): throw .forbidden(message)
    }
  }

  /// The failure of reading, told to somebody who should be permitted more.
  private func unreadable(_ error: OpenMetadataError) -> Failure {
    let failure = Failure(reading: error)
    guard failure.status == .notPermitted else { return failure }
    var finding = failure.diagnostic
    switch error {
    case .notAuthenticated, .forbidden:
      finding.hint =
        "this command needs the token of an administrator or of a bot with the Ingestion bot role, "
        + "and the token is that of \(settings.tokenSource)"
    default: break
    }
    return Failure(finding, failure.status)
  }

  private static func refused(_ name: String, _ error: OpenMetadataError) -> Failure {
    guard case .forbidden(let message) = error else {
      let failure = Failure(reading: error)
      var finding = failure.diagnostic
      finding.message = "`\(name)` could not be defined: \(finding.message)"
      return Failure(finding, failure.status)
    }
    return Failure(
      .writeRefused, "the token's user may not define `\(name)`: \(message)",
      "use the token of an administrator, or of a bot with the Ingestion bot role", .notPermitted)
  }

  private static func mistyped(_ name: String, _ type: String) -> Failure {
    Failure(
      .propertyOfOtherType, "`\(name)` is there as `\(type)`, and its values are text",
      "delete it when nobody needs it, and run the command again", .findings)
  }

  private static func lost(_ name: String) -> Failure {
    Failure(
      .readBackDiffers, "the server took the definition of `\(name)`, and does not show it",
      "run the command again", .findings)
  }
}
