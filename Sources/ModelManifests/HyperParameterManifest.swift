public import Diagnostics

/// One entry of `mlHyperParameters`.
public struct HyperParameterManifest: Sendable, Equatable {
  /// The entry's mapping.
  public var range: SourceRange
  /// The parameter's name, unique in its model.
  public var name: Located<String>
  /// The value as the file writes it (`0.50` stays `0.50`).
  public var value: Located<String>
  /// What the parameter does.
  public var description: Given<String> = .absent
  /// The keys whose values, or parts of them, could not be read; a finding says why.
  public internal(set) var unreadKeys: Set<String> = []

  /// Makes a parameter of which only the required fields are given.
  public init(range: SourceRange, name: Located<String>, value: Located<String>) {
    self.range = range
    self.name = name
    self.value = value
  }
}
