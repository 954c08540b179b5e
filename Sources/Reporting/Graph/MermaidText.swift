import Diagnostics

/// Text inside the quotes of a Mermaid label, so that it is shown as it is and nothing else.
///
/// Mermaid puts entities (`#35;`) in place after it has parsed the diagram and read the label as
/// Markdown, so what is written as one is neither syntax nor markup.
enum MermaidText {
  /// A label without its quotes; what nobody would see is shown as a YAML escape.
  static func label(_ text: String) -> String {
    let scalars = Array(VisibleText.escaping(text).unicodeScalars)
    var label = ""
    for (index, scalar) in scalars.enumerated() {
      if isPlain(scalar) || isJoint(scalars, at: index) {
        label.unicodeScalars.append(scalar)
      } else {
        label += "#\(scalar.value);"
      }
    }
    return label
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  /// Whether a dot, a hyphen, an underscore or a space is no markup, since it joins two words.
  ///
  /// Mermaid reads `direction LR` as a statement wherever it stands in a line, and its Markdown
  /// makes a link of what begins with `www.`.
  private static func isJoint(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard [".", "-", "_", " "].contains(scalars[index]), index > 0, index + 1 < scalars.count,
      isPlain(scalars[index - 1]), isPlain(scalars[index + 1])
    else { return false }
    let word = String(String.UnicodeScalarView(scalars[..<index])).lowercased()
    return !word.hasSuffix("direction") && !word.hasSuffix("www")
  }
}
