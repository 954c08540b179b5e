public import Diagnostics
public import FullyQualifiedNames

/// One model as its file describes it: a document of `ml_model.yaml`, every value with its place.
public struct ModelManifest: Sendable, Equatable {
  /// The document's root mapping.
  public var range: SourceRange
  /// The service it belongs to, defaults applied.
  public var service: ServiceManifest
  /// The model's name.
  public var name: Located<String>
  /// The name shown to people.
  public var displayName: Given<String> = .absent
  /// What the model is for, in Markdown.
  public var description: Given<String> = .absent
  /// The algorithm, such as `XGBoost`; may be left to the registry.
  public var algorithm: Given<String> = .absent
  /// What the model predicts.
  public var target: Given<String> = .absent
  /// The URL that serves the model.
  public var server: Given<String> = .absent
  /// The URL of the model at its source.
  public var sourceUrl: Given<String> = .absent
  /// Where the artifact is.
  public var mlStore: Given<StoreManifest> = .absent
  /// Users and teams.
  public var owners: Given<[Located<OwnerName>]> = .absent
  /// Tag FQNs.
  public var tags: Given<[Located<String>]> = .absent
  /// The tier as a tag FQN, such as `Tier.Tier1`.
  public var tier: Given<String> = .absent
  /// Glossary terms by fully qualified name.
  public var glossaryTerms: Given<[Located<String>]> = .absent
  /// Domains by fully qualified name: `domains`, or the one of `domain`.
  public var domains: Given<[Located<String>]> = .absent
  /// Data products by fully qualified name.
  public var dataProducts: Given<[Located<String>]> = .absent
  /// The fully qualified name of the dashboard that shows the model's metrics.
  public var dashboard: Given<String> = .absent
  /// Values of custom properties.
  public var `extension`: Given<[CustomPropertyManifest]> = .absent
  /// The features.
  public var mlFeatures: Given<[FeatureManifest]> = .absent
  /// The hyper-parameters.
  public var mlHyperParameters: Given<[HyperParameterManifest]> = .absent
  /// Where the model is registered; what the file leaves out is taken from there.
  public var registry: RegistryManifest?
  /// Where the file names a registry in a way that cannot be used; a finding says why.
  public var unusableRegistry: SourceRange?
  /// Who owns which fields.
  public var ownership = Ownership()
  /// The findings silenced.
  public var suppressions: [Suppression] = []
  /// Where the keys of the document stand.
  public var keyRanges: [String: SourceRange] = [:]
  /// The keys whose values, or parts of them, could not be read; a finding says why.
  public internal(set) var unreadKeys: Set<String> = []

  /// Makes a manifest of which only the required fields are given.
  public init(range: SourceRange, service: ServiceManifest, name: Located<String>) {
    self.range = range
    self.service = service
    self.name = name
  }

  /// The file's path as the user gave it.
  public var path: String { range.path }

  /// The model's fully qualified name: service, then name.
  public var fullyQualifiedName: FullyQualifiedName {
    FullyQualifiedName([service.name, name.value])
  }
}
