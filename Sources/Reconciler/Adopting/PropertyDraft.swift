import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Values of custom properties as a manifest says them, by the types that the catalog defines.
struct PropertyDraft {
  private let definitions: [CustomProperty]

  init(_ snapshot: CatalogSnapshot) {
    definitions = snapshot.customProperties?.entity ?? []
  }

  /// A value of a property.
  func value(_ value: JSON, of name: String) -> YAMLValue {
    guard let definition = definitions.first(where: { $0.name == name }) else { return raw(value) }
    switch definition.type {
    case "entityReference": return reference(value, definition)
    case "entityReferenceList":
      return .list((value.array ?? []).map { reference($0, definition) })
    case "enum":
      let words = value.array ?? [value]
      let isOne = words.count == 1 && !definition.isMultiSelect
      return isOne ? raw(words[0]) : .list(words.map { raw($0) })
    case "table-cp": return raw(value["rows"] ?? .array([]))
    case "hyperlink-cp" where value.object?.members.map(\.key) == ["url"]:
      return raw(value["url"] ?? .null)
    default: return raw(value)
    }
  }

  private func reference(_ value: JSON, _ definition: CustomProperty) -> YAMLValue {
    guard let reference = EntityReference(value) else { return raw(value) }
    let isPerson = NamedEntity.Kind(rawValue: reference.type)?.isPerson == true
    let name = isPerson ? reference.name : reference.fullyQualifiedName
    let text = name ?? reference.name ?? reference.id
    let types = definition.entityTypes
    let isClear = types.count == 1 && !text.hasPrefix("\(reference.type):")
    return .text(isClear ? text : "\(reference.type):\(text)")
  }

  private func raw(_ value: JSON) -> YAMLValue {
    switch value {
    case .null: .nothing
    case .bool(let bool): .plain(bool ? "true" : "false")
    case .number(let number): .plain(number.lexeme)
    case .string(let text): .text(text)
    case .array(let items): .list(items.map { raw($0) })
    case .object(let object): .mapping(object.members.map { .member($0.key, raw($0.value)) })
    }
  }
}
