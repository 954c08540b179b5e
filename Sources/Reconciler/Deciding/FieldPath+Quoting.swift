import ModelManifests

extension FieldPath {
  /// The path as one word of a shell, in quotes only when the shell would take it apart.
  var shellWord: String {
    let text = description
    if FieldPath.isPlain(text) { return text }
    return "'\(FieldPath.replacing("'", by: #"'\''"#, in: text))'"
  }

  /// The path as a key of a YAML mapping, in quotes only when YAML would read something else.
  var yamlKey: String {
    let text = description
    if FieldPath.isPlain(text) { return text }
    return "'\(FieldPath.replacing("'", by: "''", in: text))'"
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  private static func replacing(_ quote: Character, by escape: String, in text: String) -> String {
    text.reduce(into: "") { $0 += $1 == quote ? escape : String($1) }
  }
}
