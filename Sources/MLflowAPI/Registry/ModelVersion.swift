/// A version of a registered model.
public struct ModelVersion: Sendable, Hashable {
  /// How far its registration is.
  public enum Status: Sendable, Hashable {
    case pendingRegistration, failedRegistration, ready
    /// A status that is not known here, as the server writes it.
    case other(String)
  }

  /// The registered model's name.
  public let name: String
  /// The number, from 1.
  public let version: String
  /// How far its registration is.
  public let status: Status
  /// Why it is not ready, when the server says so.
  public let statusMessage: String?
  /// The stage; nil for `None`.
  public let currentStage: String?
  /// What people wrote about it.
  public let description: String?
  /// Where the model was registered from: a place of storage, `runs:/…` or `models:/…`.
  public let source: String?
  /// The run that made it; nobody checks that there is one.
  public let runID: String?
  /// A page of the run that somebody gave.
  public let runLink: String?
  /// The tags.
  public let tags: [String: String]
  /// The aliases that point to it; always empty in the results of searches.
  public let aliases: [String]
  /// When it was made, in milliseconds since 1970.
  public let creationTimestamp: Int64?
  /// When it was changed last, in milliseconds since 1970.
  public let lastUpdatedTimestamp: Int64?

  /// The number, for comparisons; nil when it is none.
  public var number: Int? { Int(version) }

  /// The logged model (MLflow 3) that `source` names as `models:/m-…`.
  public var loggedModelID: String? {
    guard let source, source.hasPrefix("models:/m-") else { return nil }
    let id = source.dropFirst("models:/".count).prefix { $0 != "/" }
    let isID = id.utf8.count == 34 && id.dropFirst(2).allSatisfy { $0.isASCII && $0.isHexDigit }
    return isID ? String(id) : nil
  }

  init(_ answer: AnswerObject) throws(MLflowError) {
    name = try answer.requiredText("name")
    version = try answer.requiredText("version")
    statusMessage = try answer.text("status_message")
    description = try answer.text("description")
    source = try answer.text("source")
    runID = try answer.text("run_id")
    runLink = try answer.text("run_link")
    tags = try answer.pairs("tags")
    aliases = try answer.texts("aliases")
    creationTimestamp = try answer.integer("creation_timestamp")
    lastUpdatedTimestamp = try answer.integer("last_updated_timestamp")
    let stage = try answer.text("current_stage")
    currentStage = stage == "None" ? nil : stage
    // `READY` is the default of the API document.
    status =
      switch try answer.text("status") {
      case nil, "READY": .ready
      case "PENDING_REGISTRATION": .pendingRegistration
      case "FAILED_REGISTRATION": .failedRegistration
      case .some(let other): .other(other)
      }
  }
}
