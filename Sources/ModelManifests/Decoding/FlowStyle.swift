/// YAML's flow style, for the forms that hints show.
enum FlowStyle {
  /// A text as an item of a list in brackets: in quotes where it would be read otherwise.
  static func text(_ text: String) -> String {
    let isPlain =
      text.first?.isWhitespace == false && text.last?.isWhitespace == false
      && !text.contains { ",[]{}\"'\\#&*!|>%`\n\r\t".contains($0) } && !text.contains(": ")
      && !text.hasSuffix(":")
    if isPlain { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    return "\"\(escaped)\""
  }
}
