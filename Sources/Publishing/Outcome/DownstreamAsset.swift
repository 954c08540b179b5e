/// Something that depends on a model.
public struct DownstreamAsset: Sendable, Hashable {
  /// OpenMetadata's type, such as `dashboard`, `pipeline` or `apiEndpoint`.
  public var type: String
  /// The fully qualified name.
  public var fullyQualifiedName: String
  /// How many edges lead there.
  public var distance: Int
  /// The names of its owners, teams as `team:NAME`; nil when they were not read.
  public var owners: [String]?

  /// Makes an asset.
  public init(type: String, fullyQualifiedName: String, distance: Int, owners: [String]? = nil) {
    self.type = type
    self.fullyQualifiedName = fullyQualifiedName
    self.distance = distance
    self.owners = owners
  }
}
