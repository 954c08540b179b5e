/// Lines by which programs speak to the runners of continuous integration.
///
/// Whatever a step prints is read for them: Azure Pipelines looks for `##vso[` and `##[` anywhere in
/// a line, GitHub Actions for `##[` anywhere and for `::` where a line begins. Texts of others must
/// not hold any.
public enum RunnerCommands {
  /// Whether a runner would read a command in a text.
  public static func areIn(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ":") }) else {
      return false
    }
    return defused(text) != text
  }

  /// A text in which no runner reads a command, whatever its lines hold: a space stands between the
  /// two signs that begin one.
  public static func defused(_ text: String) -> String {
    var safe: [UInt8] = []
    let bytes = Array(text.utf8)
    safe.reserveCapacity(bytes.count)
    var isStart = true
    for (index, byte) in bytes.enumerated() {
      safe.append(byte)
      let rest = bytes[(index + 1)...]
      switch byte {
      case UInt8(ascii: "#") where beginsCommand(rest): safe.append(0x20)
      case UInt8(ascii: ":") where isStart && rest.first == byte: safe.append(0x20)
      default: break
      }
      isStart = [0x0A, 0x0D].contains(byte) || isStart && (byte == 0x20 || byte == 0x09)
    }
    return String(decoding: safe, as: UTF8.self)
  }

  /// Whether `#[` or `#vso[` follows a `#`; letter case does not count.
  private static func beginsCommand(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: "#") else { return false }
    let word = rest.dropFirst()
    return word.first == UInt8(ascii: "[")
      || word.prefix(4).map { $0 | 0x20 }.elementsEqual("vso{".utf8)
  }

  /// A JSON text, which says the same afterwards: what looks like a command is escaped.
  public static func escaped(inJSON text: String) -> String {
    escaped(text, as: "\\u0023")
  }

  /// A YAML text within double quotes, which says the same afterwards.
  public static func escaped(inYAML text: String) -> String {
    escaped(text, as: "\\x23")
  }

  /// An XML text, which says the same afterwards: what looks like a command is escaped.
  public static func escaped(inXML text: String) -> String {
    escaped(text, as: "&#35;")
  }

  private static func escaped(_ text: String, as escape: String) -> String {
    var safe: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "#"), beginsCommand(bytes[(index + 1)...]) {
        safe += escape.utf8
      } else {
        safe.append(byte)
      }
    }
    return String(decoding: safe, as: UTF8.self)
  }
}
