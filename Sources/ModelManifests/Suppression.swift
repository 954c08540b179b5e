public import Diagnostics

/// One entry of `suppress`: a finding that the manifest silences, with the reason.
public struct Suppression: Sendable, Equatable {
  /// The code silenced, with its place.
  public var code: Located<DiagnosticCode>
  /// The fields it is silenced for; nil means all of the model.
  public var path: Located<FieldPathPattern>?
  /// Why; required.
  public var reason: String

  /// Makes an entry.
  public init(
    code: Located<DiagnosticCode>, path: Located<FieldPathPattern>?, reason: String
  ) {
    self.code = code
    self.path = path
    self.reason = reason
  }
}
