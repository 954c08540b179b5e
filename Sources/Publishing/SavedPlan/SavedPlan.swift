import Diagnostics
import Digests
import JSONDocuments
import Reconciler

/// A plan in a file: all that was shown, all that is written, and what it was made on, so that
/// carrying it out needs no manifest and no registry.
///
/// The same state of files and catalog gives the same bytes: keys are sorted, and nothing in it tells
/// when it was made.
public struct SavedPlan: Sendable {
  /// The version of the form.
  static let schemaVersion = 1

  /// The version of the program that made it.
  public let toolVersion: String
  /// The environment of the project config that it was made for; nil for none.
  public let environment: String?
  /// From which severity on findings fail the run.
  public let failOn: FailureThreshold
  /// What the check found: models with their plans, findings, and what decides the exit status.
  let checked: RunResult

  /// Takes what a check found; nil when it could plan nothing.
  ///
  /// - Parameters:
  ///   - checked: The check.
  ///   - toolVersion: The version of this program.
  ///   - environment: The environment of the project config; nil for none.
  ///   - failOn: From which severity on findings fail the run.
  public init?(
    _ checked: RunResult, toolVersion: String, environment: String?, failOn: FailureThreshold
  ) {
    guard checked.server != nil, checked.outcome.signal == nil,
      checked.models.allSatisfy({ $0.plan != nil })
    else { return nil }
    self.init(
      checked: checked, toolVersion: toolVersion, environment: environment, failOn: failOn)
  }

  init(
    checked: RunResult, toolVersion: String, environment: String?, failOn: FailureThreshold
  ) {
    self.checked = checked
    self.toolVersion = toolVersion
    self.environment = environment
    self.failOn = failOn
  }

  /// The server that it was made for; nil only for a plan of nothing.
  public var server: ServerIdentity? { checked.server }

  /// The plan as deciding made it.
  var models: [ModelPlan] { checked.models.compactMap(\.plan) }

  /// The digest of the content, `sha256:` and 64 hexadecimal digits.
  public var digest: String { Self.digest(of: content) }

  /// The file's text: indented, keys sorted, a line end after it.
  public var text: String {
    var object = content
    object["digest"] = .string(Self.digest(of: object))
    return JSON.object(object).text(.readable) + "\n"
  }

  /// The digest of a plan's members but the digest itself.
  static func digest(of content: JSONObject) -> String {
    var content = content
    content["digest"] = nil
    return "sha256:" + SHA256.hexadecimal(of: JSON.object(content).text(.readable))
  }
}
