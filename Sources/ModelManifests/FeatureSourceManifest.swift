public import Diagnostics

/// One entry of a feature's `featureSources`.
public struct FeatureSourceManifest: Sendable, Equatable {
  /// The entry's mapping.
  public var range: SourceRange
  /// The column's name; nested columns are written with dots (`address.city`).
  public var name: Located<String>
  /// The type the column is said to have.
  public var dataType: Given<FeatureSourceDataType> = .absent
  /// What the column contributes.
  public var description: Given<String> = .absent
  /// Tag FQNs.
  public var tags: Given<[Located<String>]> = .absent
  /// The `fullyQualifiedName` of the table.
  public var dataSourceFqn: Given<String> = .absent
  /// The keys whose values, or parts of them, could not be read; a finding says why.
  public internal(set) var unreadKeys: Set<String> = []

  /// Makes a source of which only the name is given.
  public init(range: SourceRange, name: Located<String>) {
    self.range = range
    self.name = name
  }

  /// What names the source in a field path: `<table FQN>.<column>`, or the column alone.
  public var key: String {
    dataSourceFqn.value.map { "\($0).\(name.value)" } ?? name.value
  }
}
