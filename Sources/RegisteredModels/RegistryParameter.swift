/// A parameter of a run.
public struct RegistryParameter: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The text that the run recorded, with its place.
  public var value: Sourced<String>

  /// Makes a parameter.
  public init(name: String, value: Sourced<String>) {
    self.name = name
    self.value = value
  }
}
