public import Diagnostics

/// What a manifest says about one field: nothing, that it is empty, or a value.
public enum Given<Value: Sendable>: Sendable {
  /// The key is not there: the field is not managed by the file.
  case absent
  /// The key is there without a value (`null`, `~`, nothing, `[]`, `{}`): whatever is there goes.
  case empty(at: SourceRange)
  /// A value and its place.
  case value(Located<Value>)

  /// The value, when there is one.
  public var value: Value? {
    if case .value(let located) = self { located.value } else { nil }
  }

  /// Where the field's value, or its emptiness, stands.
  public var range: SourceRange? {
    switch self {
    case .absent: nil
    case .empty(let range): range
    case .value(let located): located.range
    }
  }
}

extension Given: Equatable where Value: Equatable {}
