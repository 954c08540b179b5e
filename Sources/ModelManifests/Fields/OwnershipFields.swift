import Diagnostics
import YAMLSource

extension Decoding {
  /// A mapping of field paths to `manifest` or `catalog`.
  mutating func ownership(_ node: YAMLNode) -> Ownership? {
    guard case .mapping(let entries) = node.content else {
      reportWrongKind(node, expected: "a mapping")
      return nil
    }
    var rules: [Ownership.Rule] = []
    for entry in entries {
      guard let key = entry.keyText else {
        report(codes.keyIsNoText, "a key must be text", at: entry.key)
        continue
      }
      if key.hasPrefix("x-") { continue }
      let pattern = pattern(key, at: entry.key)
      let owner = within(path.element(key)) { $0.word(entry.value, FieldOwner.self) }
      if let pattern, let owner {
        let range = entry.key.place
        rules.append(Ownership.Rule(pattern: pattern, owner: owner.value, range: range))
      }
    }
    return Ownership(rules)
  }

  /// A field path with globs that names something of a manifest.
  mutating func pattern(_ text: String, at node: YAMLNode) -> FieldPathPattern? {
    do throws(FieldPathError) {
      let pattern = try FieldPathPattern(parsing: text)
      try ManifestFields.check(pattern)
      return pattern
    } catch {
      report(codes.invalidFieldPath, error.message, hint: error.hint, at: node)
      return nil
    }
  }
}

extension ManifestField {
  /// `ownership`, the same in a manifest and in the project config.
  static func ownership(
    _ summary: String, _ member: Member<Ownership>
  ) -> ManifestField {
    .other(
      FieldDescription(
        "ownership", summary, example: "{description: catalog}",
        shape: .dictionary(.words(FieldOwner.allCases.map(\.rawValue))))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let ownership = decoding.ownership(node) else { return false }
      record[keyPath: member] = ownership
      return true
    }
  }
}
