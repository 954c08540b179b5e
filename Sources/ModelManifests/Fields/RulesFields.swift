import Diagnostics
import YAMLSource

extension RulesConfig: ManifestRecord {
  static let identity: Set<String> = []

  init(blankAt range: SourceRange) { self.init() }

  static let fields: [ManifestField<RulesConfig>] = [
    .other(
      FieldDescription(
        "require", "What every model must have", example: "[owner, description]",
        shape: .list(.words(Requirement.allCases.map(\.rawValue))))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let words = decoding.members(node, { $1.word($0, Requirement.self) }) else {
        return false
      }
      record.required = Set(words.map(\.value))
      return true
    },
    .tagPatterns(
      "sensitiveTags",
      "Tags of columns that the features made from them must carry too, `*` for any text",
      example: "[PII.Sensitive, PersonalData.*]", \.sensitiveTags),
    .tagPatterns(
      "deprecatedTags", "Tags of tables that no feature should be made from, `*` for any text",
      example: "[Lifecycle.Deprecated]", \.deprecatedTags),
  ]
}

extension ManifestField {
  /// A list of tags in which `*` stands for any text.
  fileprivate static func tagPatterns(
    _ key: String, _ summary: String, example: String, _ member: Member<[Located<String>]>
  ) -> ManifestField {
    .other(FieldDescription(key, summary, example: example, shape: .list(.text))) {
      node, record, decoding in
      if node.isNull { return true }
      guard let patterns = decoding.members(node, { $1.tagPattern($0) }) else { return false }
      record[keyPath: member] = patterns
      return true
    }
  }
}

extension Decoding {
  fileprivate mutating func tagPattern(_ node: YAMLNode) -> Located<String>? {
    guard let text = filledText(node) else { return nil }
    if text.value.contains(".") || text.value.contains("*") { return text }
    report(
      codes.invalidTag, "`\(text.value)` is no tag's full name",
      hint: "write the tag too, as in `\(text.value).Sensitive`, or `\(text.value).*` for all",
      at: node)
    return nil
  }
}
