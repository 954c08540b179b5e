import Diagnostics

/// Text inside a label of Graphviz that is written as HTML, shown as it is.
enum DOTText {
  /// The text; what nobody would see is shown as a YAML escape.
  ///
  /// Graphviz looks for its own escapes, such as `\N`, in HTML too, after its entities.
  static func label(_ text: String) -> String {
    var label = ""
    for scalar in VisibleText.escaping(text).unicodeScalars {
      switch scalar {
      case "&": label += "&amp;"
      case "<": label += "&lt;"
      case ">": label += "&gt;"
      case "\"": label += "&quot;"
      case "\\": label += #"\\"#
      default: label.unicodeScalars.append(scalar)
      }
    }
    return label
  }
}
