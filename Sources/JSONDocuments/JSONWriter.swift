extension JSON {
  /// The value as UTF-8 text.
  public func encoded(_ style: JSONStyle = .compact) -> [UInt8] {
    var writer = JSONWriter(style: style)
    writer.write(self)
    return writer.bytes
  }

  /// The value as a string.
  public func text(_ style: JSONStyle = .compact) -> String {
    String(decoding: encoded(style), as: UTF8.self)
  }
}

struct JSONWriter {
  let style: JSONStyle
  var bytes: [UInt8] = []
  var depth = 0

  init(style: JSONStyle) { self.style = style }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let number): bytes += number.lexeme.utf8
    case .string(let text): write(quoting: text)
    case .array(let elements):
      group(UInt8(ascii: "["), UInt8(ascii: "]"), elements) { $0.write($1) }
    case .object(let object):
      let members = style.sortsKeys ? object.sortedMembers : object.members
      group(UInt8(ascii: "{"), UInt8(ascii: "}"), members) { writer, member in
        writer.write(quoting: member.key)
        writer.bytes += (writer.style.isIndented ? ": " : ":").utf8
        writer.write(member.value)
      }
    }
  }

  private mutating func group<Element>(
    _ open: UInt8, _ close: UInt8, _ elements: [Element],
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(open)
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      writeElement(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { breakLine() }
    bytes.append(close)
  }

  private mutating func breakLine() {
    guard style.isIndented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private mutating func write(quoting text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { utf8 in
      var index = 0
      while true {
        let end = PlainText.end(in: utf8, from: index)
        bytes.append(contentsOf: utf8[index..<end])
        if end == utf8.count { return }
        escape(utf8[end])
        index = end + 1
      }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    default:
      bytes += (byte < 0x10 ? "\\u000" : "\\u00").utf8
      bytes += String(byte, radix: 16).utf8
    }
  }
}
