import Diagnostics
import FullyQualifiedNames
public import ModelManifests
public import OpenMetadataEntities

/// What one model shall be: the merge of all that describes it.
public struct DesiredModel: Sendable {
  /// The manifest that describes it, with what the registry knows where the file says nothing.
  public let manifest: ModelManifest
  /// Where the fields come from that are not the file's.
  public let origins: Origins
  /// Fields that nobody can tell, since a registry that may give them did not say, or the file gives
  /// them in a way that cannot be read.
  public let unknown: Set<FieldPath>

  /// What became of asking the registry.
  public let registry: RegistryState
  /// What the project demands of it.
  public let rules: RulesConfig

  /// Takes a model as its manifest describes it, and what else is known of its fields.
  public init(
    _ manifest: ModelManifest, registry: RegistryState = .notNamed, origins: Origins = Origins(),
    unknown: Set<FieldPath> = [], rules: RulesConfig = RulesConfig()
  ) {
    self.manifest = manifest
    self.registry = registry
    self.origins = origins
    self.unknown = unknown.union(manifest.unreadFields)
    self.rules = rules
  }

  /// The fully qualified name as a server writes it; nil when the server cannot store it.
  public func fullyQualifiedName(_ capabilities: Capabilities) -> String? {
    try? manifest.fullyQualifiedName.text(capabilities.quoting)
  }

  /// What must be read of the catalog first: everything that the manifest names.
  public func keys(_ capabilities: Capabilities) -> CatalogKeys {
    var keys = CatalogKeys()
    if let name = fullyQualifiedName(capabilities) { keys.models.insert(name) }
    let names = CatalogNames(capabilities.quoting)
    keys.entities = entities(names)
    keys.customProperties = !(manifest.extension.value ?? []).isEmpty
    for feature in manifest.mlFeatures.value ?? [] {
      keys.tags.formUnion((feature.tags.value ?? []).map { names.normalised($0.value) })
      for source in feature.featureSources.value ?? [] {
        keys.tags.formUnion((source.tags.value ?? []).map { names.normalised($0.value) })
        if let table = source.dataSourceFqn.value { keys.tables.insert(names.normalised(table)) }
      }
    }
    keys.tags.formUnion((manifest.tags.value ?? []).map { names.normalised($0.value) })
    if let tier = manifest.tier.value { keys.tags.insert(names.normalised(tier)) }
    for owner in manifest.owners.value ?? [] {
      switch owner.value.kind {
      case .user: keys.users.insert(CatalogNames.userName(owner.value.name))
      case .team: keys.teams.insert(owner.value.name)
      }
    }
    return keys
  }

  /// The glossary terms, domains, data products and the dashboard that the manifest names.
  private func entities(_ names: CatalogNames) -> Set<NamedEntity> {
    var entities: Set<NamedEntity> = []
    func add(_ written: Given<[Located<String>]>, _ kind: NamedEntity.Kind) {
      for name in written.value ?? [] {
        entities.insert(NamedEntity(kind, names.normalised(name.value)))
      }
    }
    add(manifest.glossaryTerms, .glossaryTerm)
    add(manifest.domains, .domain)
    add(manifest.dataProducts, .dataProduct)
    for feature in manifest.mlFeatures.value ?? [] { add(feature.glossaryTerms, .glossaryTerm) }
    if let dashboard = manifest.dashboard.value {
      entities.insert(NamedEntity(.dashboard, names.normalised(dashboard)))
    }
    return entities
  }
}
