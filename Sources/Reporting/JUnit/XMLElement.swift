import Diagnostics

/// An element of an XML 1.0 document, with children or with text.
struct XMLElement {
  let name: String
  let attributes: [(name: String, value: String)]
  let children: [XMLElement]
  let text: String

  /// Makes an element; an attribute without a value is left out.
  init(
    _ name: String, _ attributes: [(String, String?)] = [], text: String = "",
    children: [XMLElement] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
    self.text = text
    self.children = children
  }

  /// The element as a document of its own.
  var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + lines(depth: 0) }

  private func lines(depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth)
    let list = attributes.map { " \($0.name)=\"\(Self.escaping($0.value))\"" }.joined()
    let start = "\(indent)<\(name)\(list)"
    if !text.isEmpty { return "\(start)>\(Self.escaping(text, keeps: "\n\t"))</\(name)>\n" }
    if children.isEmpty { return start + "/>\n" }
    return "\(start)>\n" + children.map { $0.lines(depth: depth + 1) }.joined()
      + "\(indent)</\(name)>\n"
  }

  /// White space that attributes lose is written by number; what XML cannot hold is replaced.
  private static func escaping(_ text: String, keeps kept: String = "") -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case _ where kept.unicodeScalars.contains(scalar): escaped.unicodeScalars.append(scalar)
      case 0x26: escaped += "&amp;"
      case 0x3C: escaped += "&lt;"
      case 0x3E: escaped += "&gt;"
      case 0x22: escaped += "&quot;"
      case 0x09, 0x0A, 0x0D: escaped += "&#\(scalar.value);"
      case 0x00...0x1F, 0xFFFE, 0xFFFF: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
