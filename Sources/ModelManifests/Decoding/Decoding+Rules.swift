import Diagnostics
import FullyQualifiedNames
import YAMLSource

/// OpenMetadata's own rules for names, tags, owners and addresses.
extension Decoding {
  /// The longest `entityName`, counted as Java counts.
  private static let longestName = 256

  /// A name by the rules of `entityName` that every line has.
  mutating func entityName(_ node: YAMLNode) -> Located<String>? {
    guard let text = text(node) else { return nil }
    let name = text.value
    let trouble: String? =
      if name.isEmpty {
        "is empty"
      } else if name.utf16.count > Self.longestName {
        "has \(name.utf16.count) characters, more than \(Self.longestName)"
      } else if name.contains("::") {
        "contains `::`"
      } else if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        "contains a line end or another control character"
      } else {
        nil
      }
    guard let trouble else { return text }
    report(codes.invalidName, "this name \(trouble), which OpenMetadata refuses", at: node)
    return nil
  }

  /// A name of our own choice: 2.0 refuses `>` and `"` in it, web pages also `<` and `|`.
  ///
  /// Columns are called what the database calls them, so this does not hold for them.
  mutating func name(_ node: YAMLNode) -> Located<String>? {
    guard let text = entityName(node) else { return nil }
    if let character = text.value.first(where: { "\"<>|".contains($0) }) {
      report(
        .discouragedName, "some versions of OpenMetadata refuse `\(character)` in names",
        hint: "choose another; `displayName` may hold any text", at: node)
    }
    return text
  }

  /// Text that is not empty.
  mutating func filledText(_ node: YAMLNode) -> Located<String>? {
    guard let text = text(node) else { return nil }
    guard text.value.allSatisfy(\.isWhitespace) else { return text }
    report(codes.emptyKey, "`\(path)` needs a value, and this text is empty", at: node)
    return nil
  }

  /// The fully qualified name of a tag.
  mutating func tag(_ node: YAMLNode) -> Located<String>? {
    guard let text = text(node) else { return nil }
    let parts = (try? FullyQualifiedName(parsing: text.value))?.parts
    if let parts, parts.count > 1 { return text }
    let hint =
      parts == nil
      ? "quote a part that contains a dot: `PII.\"a.b\"`"
      : "write the classification too, as in `PII.\(text.value == "PII" ? "Sensitive" : text.value)`"
    report(codes.invalidTag, "`\(text.value)` is no tag's full name", hint: hint, at: node)
    return nil
  }

  /// A tier, which is a tag of the classification `Tier`.
  mutating func tier(_ node: YAMLNode) -> Located<String>? {
    guard let text = text(node) else { return nil }
    if text.value.isTier { return text }
    let isName = !text.value.isEmpty && !text.value.contains(".")
    report(
      codes.invalidTag, "`\(text.value)` is no tier",
      hint: isName
        ? "did you mean `\(Self.tier(named: text.value))`?"
        : "a tier is a tag of the classification `Tier`, as in `Tier.Tier1`", at: node,
      fix: Self.ownTiers.contains(text.value)
        ? .replace(text.value, with: "Tier.\(text.value)") : nil)
    return nil
  }

  /// OpenMetadata's own tiers.
  private static let ownTiers = (1...5).map { "Tier\($0)" }

  /// The tier of a name: one of OpenMetadata's own when it is spelt nearly so.
  private static func tier(named name: String) -> String {
    // `tier: 1` is the first of OpenMetadata's own.
    let full = ownTiers.first { $0 == "Tier\(name)" } ?? name
    let isOwn = ownTiers.contains(full)
    return "Tier.\(isOwn ? full : SpellingSuggestion.best(for: name, among: ownTiers) ?? name)"
  }

  /// A user's name or e-mail address, or `team:NAME`.
  mutating func owner(_ node: YAMLNode) -> Located<OwnerName>? {
    guard let text = text(node) else { return nil }
    if let owner = OwnerName(text.value) { return text.map { _ in owner } }
    report(
      .invalidOwner, "`\(text.value)` names neither a user nor a team",
      hint: Self.owner(near: text.value).map { "did you mean `\($0)`?" }
        ?? "write a user's name, an e-mail address, or `team:NAME`", at: node)
    return nil
  }

  /// The owner of a misspelt `team:`, or of a user whose kind was written too.
  private static func owner(near text: String) -> String? {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let kind = String(parts[0])
    let name = String(parts[1].drop { $0.isWhitespace })
    let words = ["team", "user"]
    guard let word = words.contains(kind) ? kind : SpellingSuggestion.best(for: kind, among: words),
      let owner = OwnerName(word == "team" ? "team:\(name)" : name)
    else { return nil }
    return owner.kind == .team ? "team:\(owner.name)" : owner.name
  }

  /// An absolute URL.
  mutating func url(_ node: YAMLNode) -> Located<String>? {
    guard let text = address(node) else { return nil }
    if URLSyntax.isAbsolute(text.value) { return text }
    report(
      codes.invalidURL, "`\(URLSyntax.shown(text.value))` is no absolute URL",
      hint: "write the scheme too, as in `https://models.example.com/revenue`", at: node)
    return nil
  }

  /// A place that everybody who reads the catalog will see, and that no password may stand in.
  mutating func address(_ node: YAMLNode) -> Located<String>? {
    guard let text = text(node) else { return nil }
    guard URLSyntax.hasPassword(text.value) else { return text }
    report(
      codes.invalidURL, "`\(path)` holds a password, and the catalog would show it to everybody",
      hint: "leave user name and password out of the address", at: node)
    return nil
  }

  /// The fully qualified name of a table.
  mutating func tableName(_ node: YAMLNode) -> Located<String>? {
    guard let text = text(node) else { return nil }
    do throws(FullyQualifiedNameError) {
      _ = try FullyQualifiedName(parsing: text.value)
      return text
    } catch {
      report(
        .invalidTableName, "this is no fully qualified name: \(error)",
        hint: "write `service.database.schema.table`; quote a part that contains a dot", at: node)
      return nil
    }
  }
}

extension String {
  /// Whether it names a tag of the classification `Tier`.
  var isTier: Bool { hasPrefix("Tier.") && count > "Tier.".count }
}
