import Diagnostics
import FullyQualifiedNames
import YAMLSource

/// Names of other things of the catalog, and values whose types it knows.
extension Decoding {
  /// The fully qualified name of a glossary term.
  mutating func glossaryTerm(_ node: YAMLNode) -> Located<String>? {
    fullName(node, of: "glossary term", example: "Business.Revenue", parts: 2)
  }

  /// The fully qualified name of a domain.
  mutating func domain(_ node: YAMLNode) -> Located<String>? {
    fullName(node, of: "domain", example: "Finance", parts: 1)
  }

  /// The fully qualified name of a data product.
  mutating func dataProduct(_ node: YAMLNode) -> Located<String>? {
    fullName(node, of: "data product", example: "Revenue", parts: 1)
  }

  /// The fully qualified name of a dashboard.
  mutating func dashboard(_ node: YAMLNode) -> Located<String>? {
    fullName(node, of: "dashboard", example: "superset.revenue", parts: 2)
  }

  /// The first parts of a fully qualified name.
  mutating func namePrefix(_ node: YAMLNode) -> Located<String>? {
    fullName(node, of: "service, database or schema", example: "demo_pg.postgres", parts: 1)
  }

  private mutating func fullName(
    _ node: YAMLNode, of kind: String, example: String, parts: Int
  ) -> Located<String>? {
    guard let text = filledText(node) else { return nil }
    let found = (try? FullyQualifiedName(parsing: text.value))?.parts.count
    if let found, found >= parts { return text }
    report(
      codes.invalidFullName, "`\(text.value)` is no full name of a \(kind)",
      hint: found == nil
        ? "quote a part that contains a dot: `\"a.b\".c`"
        : "write all of its parts, as in `\(example)`", at: node)
    return nil
  }

  /// The entries of `extension`; keys that begin with `x-` are free, as everywhere.
  mutating func customProperties(_ node: YAMLNode) -> [CustomPropertyManifest]? {
    guard case .mapping(let entries) = node.content else {
      reportWrongKind(node, expected: "a mapping")
      return nil
    }
    return entries.compactMap { entry in
      guard let name = key(of: entry) else {
        noteUnreadEntry()
        return nil
      }
      if name.value.hasPrefix("x-") { return nil }
      let value = within(path.member(name.value)) { $0.propertyValue(entry.value) }
      let isEmpty = value.value == .nothing
      return CustomPropertyManifest(
        name: name, value: isEmpty ? .empty(at: value.range) : .value(value))
    }
  }

  private mutating func propertyValue(_ node: YAMLNode) -> Located<PropertyValue> {
    let value: PropertyValue =
      switch node.content {
      case .scalar(let scalar): scalar.isNull ? .nothing : .text(scalar.text)
      case .sequence(let items): .list(items.map { propertyValue($0) })
      case .mapping(let entries):
        .mapping(
          entries.compactMap { entry in
            key(of: entry).map { PropertyValue.Entry(key: $0, value: propertyValue(entry.value)) }
          })
      }
    return Located(value, at: node.place)
  }

  private mutating func key(of entry: YAMLEntry) -> Located<String>? {
    guard let key = entry.keyText else {
      report(codes.keyIsNoText, "a key must be text", at: entry.key)
      return nil
    }
    return Located(key, at: entry.key.place)
  }
}
