/// A value and the place in a file that it was read from.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Where it stands.
  public var range: SourceRange

  /// Pairs a value with its place.
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }

  /// The same place with another value.
  public func map<Other: Sendable>(_ transform: (Value) throws -> Other) rethrows -> Located<Other>
  {
    Located<Other>(try transform(value), at: range)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
