public import Diagnostics

/// One entry of `mlFeatures`.
public struct FeatureManifest: Sendable, Equatable {
  /// The entry's mapping.
  public var range: SourceRange
  /// The feature's name, unique in its model.
  public var name: Located<String>
  /// Numerical or categorical.
  public var dataType: Located<FeatureDataType>
  /// How the feature is made from its sources.
  public var featureAlgorithm: Given<String> = .absent
  /// What the feature means, in Markdown.
  public var description: Given<String> = .absent
  /// Tag FQNs, such as `PII.Sensitive`.
  public var tags: Given<[Located<String>]> = .absent
  /// Glossary terms by fully qualified name.
  public var glossaryTerms: Given<[Located<String>]> = .absent
  /// The columns it is made from.
  public var featureSources: Given<[FeatureSourceManifest]> = .absent
  /// The keys whose values, or parts of them, could not be read; a finding says why.
  public internal(set) var unreadKeys: Set<String> = []

  /// Makes a feature of which only the required fields are given.
  public init(range: SourceRange, name: Located<String>, dataType: Located<FeatureDataType>) {
    self.range = range
    self.name = name
    self.dataType = dataType
  }
}
