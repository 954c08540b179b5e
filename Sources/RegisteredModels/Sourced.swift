/// A value of a registry together with the place from which it comes.
public struct Sourced<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// The place, as `mlflow:models:/NAME/VERSION#PATH`, `mlflow:runs:/ID#PATH` or
  /// `azureml:ARM-ID#PATH`; never with user info.
  public var origin: String

  /// Makes a value with its place.
  public init(_ value: Value, from origin: String) {
    self.value = value
    self.origin = origin
  }
}

extension Sourced: Equatable where Value: Equatable {}
extension Sourced: Hashable where Value: Hashable {}
