/// What depends on a model that changes, as far as the catalog told.
public enum DownstreamImpact: Sendable, Hashable {
  /// What was read of it.
  public struct Assets: Sendable, Hashable {
    /// The nearest ones, at most ``DownstreamReader/assetLimit``.
    public var nearest: [DownstreamAsset]
    /// How many there are of each type.
    public var countsByType: [String: Int]
    /// Whether there may be more behind the last step that a server follows.
    public var mayGoOn: Bool

    /// Makes a list of assets.
    public init(nearest: [DownstreamAsset], countsByType: [String: Int], mayGoOn: Bool) {
      self.nearest = nearest
      self.countsByType = countsByType
      self.mayGoOn = mayGoOn
    }

    /// How many there are.
    public var total: Int { countsByType.values.reduce(0, +) }
  }

  /// The catalog told.
  case known(Assets)
  /// The catalog has no such model, so nothing depends on it.
  case notPublished
  /// The catalog was not asked about this model, since too many change.
  case notAsked
  /// The catalog did not tell; the text says why.
  case unknown(String)
}
