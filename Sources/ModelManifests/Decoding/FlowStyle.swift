/// YAML's flow style, for the forms that hints show.
enum FlowStyle {
  /// A text as an item of a list in brackets: in quotes where it would be read otherwise.
  static func text(_ text: String) -> String {
    let isPlain =
      text.first?.isWhitespace == false && text.last?.isWhitespace == false
      && !text.unicodeScalars.contains { ",[]{}\"'\\#&*!|>%`\n\r\t".unicodeScalars.contains($0) }
      && !text.contains(": ") && !text.hasSuffix(":")
    if isPlain { return text }
    let escapes: [Unicode.Scalar: String] = [
      "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r", "\t": "\\t",
    ]
    let escaped = text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
    return "\"\(escaped)\""
  }
}
