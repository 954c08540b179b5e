import Diagnostics
import YAMLSource

extension Decoding {
  /// A mapping of field paths to `manifest` or `catalog`.
  mutating func ownership(_ node: YAMLNode) -> Ownership? {
    let path = path
    return dictionary(node) { key, value, decoding in
      let pattern = decoding.within(path) { $0.pattern(key.value, at: key.range) }
      let owner = decoding.word(value, FieldOwner.self)
      guard let pattern, let owner else { return nil }
      return Ownership.Rule(pattern: pattern, owner: owner.value, range: key.range)
    }.map(Ownership.init)
  }

  /// A field path with globs that names something of a manifest.
  mutating func pattern(_ text: String, at range: SourceRange) -> FieldPathPattern? {
    do throws(FieldPathError) {
      let pattern = try FieldPathPattern(parsing: text)
      try ManifestFields.check(pattern)
      return pattern
    } catch {
      report(codes.invalidFieldPath, error.message, hint: error.hint, at: range)
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
