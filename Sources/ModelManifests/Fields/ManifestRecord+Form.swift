import YAMLSource

/// How a record is written that stands in another form.
extension ManifestRecord {
  /// The items of a list of records that a text or a mapping in its place stands for, in flow
  /// style; nil where nobody can tell.
  ///
  /// A mapping is one record without its dash, or it has the records' names as keys.
  static func itemForm(_ node: YAMLNode) -> String? {
    guard case .mapping(let entries) = node.content else { return node.filledText.map(flowForm) }
    let keys = entries.compactMap(\.keyText)
    guard let first = descriptions.first(where: \.isRequired)?.key, !entries.isEmpty,
      keys.count == entries.count
    else { return nil }
    if keys.contains(where: { key in descriptions.contains { $0.key == key } }) {
      return flowMapping(entries)
    }
    return entries.map { entry in
      let name = "\(first): \(ScalarText.item(entry.keyText ?? ""))"
      if case .mapping(let members) = entry.value.content, !members.isEmpty {
        return flowMapping(members, after: [name])
      }
      let second = descriptions.filter(\.isRequired).dropFirst().first
      let value = second.map { "\($0.key): \(text(entry.value) ?? $0.example)" }
      return "{\(([name] + [value].compactMap(\.self)).joined(separator: ", "))}"
    }.joined(separator: ", ")
  }

  private static func flowMapping(_ entries: [YAMLEntry], after first: [String] = []) -> String {
    let members = entries.map { "\(ScalarText.item($0.keyText ?? "…")): \(text($0.value) ?? "…")" }
    return "{\((first + members).joined(separator: ", "))}"
  }

  private static func text(_ node: YAMLNode) -> String? { node.filledText.map(ScalarText.item) }
}
