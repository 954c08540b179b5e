/// Texts of others in GitHub Flavored Markdown: shown as they are, in a paragraph as in the cell of a
/// table, without links, mentions and markup.
///
/// Punctuation is written as entities, which every reader of Markdown undoes after it has looked for
/// markup; a zero-width space keeps platforms from making links of `@name`, `#1` and addresses.
enum MarkdownText {
  /// A text as code: `` `name` ``, or with entities what a code span of a table cannot hold.
  static func code(_ text: String) -> String {
    if text.isEmpty { return "" }
    let isPlain = !text.unicodeScalars.contains { "`|\\".unicodeScalars.contains($0) }
    return isPlain && text.first != " " && text.last != " "
      ? "`\(text)`" : "<code>\(escaping(text))</code>"
  }

  /// A sentence in which what stands between backticks is code.
  static func prose(_ text: String) -> String {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    // A lone backtick belongs to a name, and tells nothing of what is code.
    guard pieces.count.isMultiple(of: 2) == false else { return escaping(text) }
    return pieces.enumerated().map { index, piece in
      index.isMultiple(of: 2) ? escaping(String(piece)) : code(String(piece))
    }.joined()
  }

  /// A text inside HTML, such as that of `summary`, where Markdown is not looked for.
  static func html(_ text: String) -> String {
    "<code>\(escaping(text))</code>"
  }

  private static func escaping(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if markup.contains(scalar), !isInsideWord(scalars, index) {
        escaped.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      } else {
        escaped.append(scalar)
      }
      if startsLink(scalars, index) { escaped.append(contentsOf: "&#8203;".unicodeScalars) }
    }
    return String(escaped)
  }

  private static let markup = Set("\\`*_{}[]<>|~&$\"".unicodeScalars)

  /// Whether an underscore joins two words, as in names, and so marks nothing.
  private static func isInsideWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars[index] == "_", index > 0, index + 1 < scalars.count else { return false }
    return scalars[index - 1].properties.isAlphabetic && scalars[index + 1].properties.isAlphabetic
  }

  /// Whether what follows this character would become a link.
  private static func startsLink(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    switch scalars[index] {
    case "@", "#": true
    case ":": index + 1 < scalars.count && scalars[index + 1] == "/"
    case "w", "W": index + 1 < scalars.count && scalars[index + 1] == "."
    default: false
    }
  }
}
