import Diagnostics
import FullyQualifiedNames
import JSONDocuments
import ModelManifests

/// A model as its manifest writes it, leaf by leaf: names stand for what they name.
///
/// Beside the fields that are published it has what decides about publishing: `registry`,
/// `service`, `ownership` and `suppress`.
struct WrittenFields {
  private(set) var fields = DesiredFields()
  // Two ways of quoting a name are no difference.
  private let names = CatalogNames(.doublesQuotes)

  /// Takes a manifest to its leaves.
  init(_ manifest: ModelManifest) {
    fields.addTexts(of: manifest)
    addOwners(manifest.owners)
    addTags(manifest.tags, at: .tags)
    addName(manifest.tier, at: .tier)
    addNames(manifest.glossaryTerms, at: .glossaryTerms)
    addNames(manifest.domains, at: .domains)
    addNames(manifest.dataProducts, at: .dataProducts)
    addName(manifest.dashboard, at: .dashboard)
    for property in fields.entries(manifest.extension, at: .customProperties) {
      guard case .value(let value) = property.value else { continue }
      fields.add(
        JSON(property: value.value), at: .customProperties.member(property.name.value),
        from: value.range)
    }
    for feature in fields.entries(manifest.mlFeatures, at: .mlFeatures) { addFeature(feature) }
    fields.addParameters(of: manifest)
    addRules(of: manifest)
  }

  /// The leaves as values alone.
  var values: FieldValues { FieldValues(fields.leaves.mapValues(\.value)) }

  private mutating func addFeature(_ feature: FeatureManifest) {
    let path = FieldPath.mlFeatures.element(feature.name.value)
    fields.addTexts(of: feature, at: path)
    addTags(feature.tags, at: path.member("tags"))
    addNames(feature.glossaryTerms, at: path.member("glossaryTerms"))
    let sources = path.member("featureSources")
    for source in fields.entries(feature.knownSources, at: sources) {
      let table = source.dataSourceFqn.value.map { names.normalised($0) }
      let path = sources.element(ModelDocument.sourceKey(table, column: source.name.value))
      fields.addTexts(of: source, at: path)
      if let table, let range = source.dataSourceFqn.range {
        fields.add(.string(table), at: path.member("dataSource"), from: range)
      }
      addTags(source.tags, at: path.member("tags"))
    }
  }

  private mutating func addTags(_ tags: Given<[Located<String>]>, at path: FieldPath) {
    for tag in fields.entries(tags, at: path) {
      let name = names.normalised(tag.value)
      let isTier = path == .tags && name.hasPrefix("Tier.")
      fields.add(.string(name), at: isTier ? .tier : path.element(name), from: tag.range)
    }
  }

  private mutating func addOwners(_ owners: Given<[Located<OwnerName>]>) {
    for owner in fields.entries(owners, at: .owners) {
      let name =
        switch owner.value.kind {
        case .user: CatalogNames.userName(owner.value.name)
        case .team: "team:\(owner.value.name)"
        }
      fields.add(.string(name), at: .owners.element(name), from: owner.range)
    }
  }

  private mutating func addNames(_ list: Given<[Located<String>]>, at path: FieldPath) {
    for item in fields.entries(list, at: path) {
      let name = names.normalised(item.value)
      fields.add(.string(name), at: path.element(name), from: item.range)
    }
  }

  private mutating func addName(_ name: Given<String>, at path: FieldPath) {
    switch name {
    case .absent: break
    case .empty(let range): fields.empty(path, at: range)
    case .value(let name):
      fields.add(.string(names.normalised(name.value)), at: path, from: name.range)
    }
  }

  /// What is not published, and decides what is.
  private mutating func addRules(of manifest: ModelManifest) {
    if let registry = manifest.registry {
      for key in WrittenFields.registryKeys {
        guard let value = registry.value(of: key) else { continue }
        fields.add(.string(value.value), at: registry.path(of: key), from: value.range)
      }
    }
    let service = FieldPath("service")
    for (member, text) in [
      ("serviceType", manifest.service.serviceType),
      ("displayName", manifest.service.displayName),
      ("description", manifest.service.description),
    ] {
      guard let text else { continue }
      fields.add(.string(text.value), at: service.member(member), from: text.range)
    }
    for rule in manifest.ownership.rules {
      let key = FieldPath(rule.pattern.segments).description
      fields.add(
        .string(rule.owner.rawValue), at: FieldPath("ownership").element(key), from: rule.range)
    }
    for suppression in manifest.suppressions {
      let code = suppression.code
      let path = suppression.path.map { " at \(FieldPath($0.value.segments))" } ?? ""
      fields.add(
        .string(suppression.reason),
        at: FieldPath("suppress").element(code.value.rawValue + path), from: code.range)
    }
  }

  private static let registryKeys = [
    "model", "version", "alias", "stage", "label", "trackingUri", "registryUri", "workspace",
    "registry", "resourceGroup", "subscription",
  ]
}

extension JSON {
  /// A value of a custom property as it is written; scalars are texts, since only a catalog knows
  /// their types.
  fileprivate init(property: PropertyValue) {
    switch property {
    case .text(let text): self = .string(text)
    case .nothing: self = .null
    case .list(let items): self = .array(items.map { JSON(property: $0.value) })
    case .mapping(let entries):
      var object = JSONObject()
      for entry in entries { object[entry.key.value] = JSON(property: entry.value.value) }
      self = .object(object)
    }
  }
}
