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
    let definitions = snapshot.customProperties?.entity ?? []
    let names = CatalogNames(snapshot.capabilities.quoting)
    var entities: Set<NamedEntity> = []
    for property in manifest.extension.value ?? [] {
      guard let definition = definitions.first(where: { $0.name == property.name.value }),
        definition.type.hasPrefix("entityReference"), let value = property.value.value
      else { continue }
      for text in Self.texts(value) {
        if let entity = Self.entity(text, definition, names) { entities.insert(entity) }
      }
    }
    return entities
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

  private static func texts(_ value: PropertyValue) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let items): items.flatMap { texts($0.value) }
    case .nothing, .mapping: []
    }
  }
}
