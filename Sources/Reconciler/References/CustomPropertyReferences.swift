import Diagnostics
import FullyQualifiedNames
import ModelManifests
import OpenMetadataEntities

/// The things that a manifest's custom properties refer to, once their types are known.
struct CustomPropertyReferences {
  private let manifest: ModelManifest
  private let snapshot: CatalogSnapshot

  init(_ desired: DesiredModel, _ snapshot: CatalogSnapshot) {
    manifest = desired.manifest
    self.snapshot = snapshot
  }

  /// What is to be looked up.
  var entities: Set<NamedEntity> {
    Set((manifest.extension.value ?? []).flatMap { references(of: $0).map(\.entity) })
  }

  /// What a property refers to, with the texts that say it.
  func references(
    of property: CustomPropertyManifest
  ) -> [(text: Located<String>, entity: NamedEntity)] {
    let definitions = snapshot.customProperties?.entity ?? []
    guard let definition = definitions.first(where: { $0.name == property.name.value }),
      definition.type.hasPrefix("entityReference"), case .value(let value) = property.value
    else { return [] }
    let names = CatalogNames(snapshot.capabilities.quoting)
    return Self.texts(value).compactMap { text in
      Self.entity(text.value, definition, names).map { (text, $0) }
    }
  }

  /// What a text names: `TYPE:NAME`, or the name alone where the property allows one type only; nil
  /// when that is not clear, or the type is not known.
  static func entity(
    _ text: String, _ definition: CustomProperty, _ names: CatalogNames
  ) -> NamedEntity? {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let types = definition.entityTypes
    let isTyped = parts.count == 2 && types.contains(parts[0])
    guard let type = isTyped ? parts[0] : types.count == 1 ? types[0] : nil,
      let kind = NamedEntity.Kind(rawValue: type)
    else { return nil }
    let name = isTyped ? parts[1] : text
    return NamedEntity(kind, kind.isPerson ? name : names.normalised(name))
  }

  private static func texts(_ value: Located<PropertyValue>) -> [Located<String>] {
    switch value.value {
    case .text(let text): [Located(text, at: value.range)]
    case .list(let items): items.flatMap { texts($0) }
    case .nothing, .mapping: []
    }
  }
}
