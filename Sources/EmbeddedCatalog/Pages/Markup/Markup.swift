/// A piece of HTML or SVG in which no text stands unescaped.
///
/// There are two ways to make one: from text, which is escaped, and from elements whose names are
/// literals of this program. No raw string can become markup.
struct Markup: Sendable, Hashable {
  /// The finished source.
  let source: String

  static let empty = Markup(source: "")

  private init(source: String) { self.source = source }

  /// Text as it is to be read.
  init(text: String) { source = Self.escaped(text) }

  /// Pieces one behind the other.
  init(joining parts: [Markup]) { source = parts.map(\.source).joined() }

  /// An element with its content.
  init(
    _ name: StaticString, _ attributes: MarkupAttribute?...,
    @MarkupBuilder content: () -> Markup = { .empty }
  ) {
    let opening = attributes.compactMap(\.self).map {
      " \($0.name)=\"\(Self.escaped($0.value))\""
    }.joined()
    source =
      Self.isVoid(name)
      ? "<\(name)\(opening)>" : "<\(name)\(opening)>\(content().source)</\(name)>"
  }

  /// A whole document.
  static func document(_ root: Markup) -> [UInt8] {
    Array("<!doctype html>\n\(root.source)\n".utf8)
  }

  /// Elements that HTML closes by itself (HTML standard, "Void elements"), of those used here.
  private static func isVoid(_ name: StaticString) -> Bool {
    ["meta", "link", "input", "br", "hr"].contains(name.description)
  }

  /// What is not text to a browser becomes a reference, what no document may hold becomes U+FFFD.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\r": result += "\n"
      // These two would show the rest of a name in another order than it has.
      case "\u{202D}", "\u{202E}": result += "\u{FFFD}"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value):
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
