/// The last value of a metric.
public struct RegistryMetric: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The number as JSON writes it, or `NaN`, `Infinity`, `-Infinity`; with its place.
  public var value: Sourced<String>

  /// Makes a metric.
  public init(name: String, value: Sourced<String>) {
    self.name = name
    self.value = value
  }
}
