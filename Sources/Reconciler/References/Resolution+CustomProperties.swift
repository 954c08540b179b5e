import Diagnostics
import ModelManifests
import OpenMetadataEntities

/// The values of custom properties, typed by what the catalog defines.
extension Resolution {
  /// Adds the entries of `extension`, each a field of its own.
  mutating func addCustomProperties(_ properties: Given<[CustomPropertyManifest]>) {
    let entries = fields.entries(properties, at: .customProperties)
    guard !entries.isEmpty, let lookup = snapshot.customProperties else { return }
    guard let definitions = lookup.entity else {
      let first = entries.first { !isRegistered($0) } ?? entries[0]
      let finding = Diagnostic(
        .customPropertiesForbidden,
        "the token may not see which custom properties the catalog has for ML models",
        hint: "let an administrator give the publisher's bot the right to view types",
        at: first.name.range, fieldPath: FieldPath.customProperties.description,
        model: desired.manifest.findingsKey)
      findings.append(attributed(finding, as: .registryPropertiesUndefined, path(of: first)))
      fields.setAside(.customProperties)
      return
    }
    var undefined: [Located<String>] = []
    for entry in entries {
      if isRegistered(entry), definition(of: entry.name.value, in: definitions) == nil {
        fields.setAside(path(of: entry))
        undefined.append(entry.name)
      } else {
        addCustomProperty(entry, definitions)
      }
    }
    reportUndefined(undefined)
  }

  private func path(of entry: CustomPropertyManifest) -> FieldPath {
    .customProperties.member(entry.name.value)
  }

  private func isRegistered(_ entry: CustomPropertyManifest) -> Bool {
    desired.origins.isRegistered(path(of: entry))
  }

  private func definition(
    of name: String, in definitions: [CustomProperty]
  ) -> CustomProperty? {
    definitions.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  private mutating func addCustomProperty(
    _ entry: CustomPropertyManifest, _ definitions: [CustomProperty]
  ) {
    let name = entry.name.value
    let path = path(of: entry)
    guard let definition = definition(of: name, in: definitions) else {
      // Misspelt, it may be any of those that are there.
      fields.setAside(.customProperties)
      return reportUnknown(entry.name, definitions, at: path)
    }
    switch entry.value {
    case .absent: break
    case .empty(let range): fields.empty(path, at: range)
    case .value(let given) where given.value == .list([]): fields.empty(path, at: given.range)
    case .value(let given):
      let resolution = self
      let type = CustomPropertyType(definition: definition) {
        (text: Located<String>) throws(CustomPropertyMismatch) in
        try resolution.reference(text, definition, at: path)
      }
      do throws(CustomPropertyMismatch) {
        let value = try type.value(of: given)
        fields.add(
          ModelDocument.customProperty(value), at: path, from: given.range, payload: value)
      } catch {
        fields.setAside(path)
        let finding =
          error.finding
          ?? Diagnostic(
            .customPropertyMismatch,
            "`\(path)` is of the type \(definition.type), and this value \(error.problem)",
            hint: error.hint ?? "look at the property's type in the catalog", at: error.range,
            fieldPath: path.description, model: desired.manifest.findingsKey)
        findings.append(attributed(finding, as: .registryPropertyMismatch, path))
      }
    }
  }

  private mutating func reportUnknown(
    _ name: Located<String>, _ definitions: [CustomProperty], at path: FieldPath
  ) {
    let meant = SpellingSuggestion.best(for: name.value, among: definitions.map(\.name))
    report(
      .unknownCustomProperty, "the catalog has no custom property `\(name.value)` for ML models",
      hint: meant.map { "did you mean `\($0)`?" }
        ?? "define it in the catalog: Settings, Custom Properties, ML Models", at: name.range, path)
  }

  private func reference(
    _ text: Located<String>, _ definition: CustomProperty, at path: FieldPath
  ) throws(CustomPropertyMismatch) -> EntityReference {
    guard let entity = CustomPropertyReferences.entity(text.value, definition, names) else {
      let types = definition.entityTypes.joined(separator: ", ")
      throw CustomPropertyMismatch(
        problem: "names none of its types", hint: "write TYPE:NAME, with a type of \(types)",
        range: text.range)
    }
    if let reference = snapshot.entities[entity]?.entity { return reference }
    let type = "\(entity.kind.rawValue):"
    var check = EntityCheck(entity: entity, written: text, snapshot: snapshot, present: [])
    if definition.entityTypes.count > 1 { check.prefix = type }
    throw CustomPropertyMismatch(
      problem: "was not looked up", hint: nil, range: text.range,
      finding: check.finding(at: path, model: desired.manifest.findingsKey))
  }
}
