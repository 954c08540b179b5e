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
  /// Whether what is being written stands on one line.
  private var isOnOneLine = false

  init(style: JSONStyle) { self.style = style }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let number): bytes += number.lexeme.utf8
    case .string(let text): write(quoting: text)
    case .array(let elements):
      let isRecord = elements.allSatisfy(\.isPlain)
      group(UInt8(ascii: "["), UInt8(ascii: "]"), elements, isRecord) { $0.write($1) }
    case .object(let object):
      let members = style.sortsKeys ? object.sortedMembers : object.members
      let isRecord = members.allSatisfy { member in
        member.value.isPlain || member.value.array?.allSatisfy(\.isPlain) == true
      }
      group(UInt8(ascii: "{"), UInt8(ascii: "}"), members, isRecord) { writer, member in
        writer.write(quoting: member.key)
        writer.bytes += (writer.style.isIndented ? ": " : ":").utf8
        writer.write(member.value)
      }
    }
  }

  private mutating func group<Element>(
    _ open: UInt8, _ close: UInt8, _ elements: [Element], _ isRecord: Bool,
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    let wasOnOneLine = isOnOneLine
    isOnOneLine = isOnOneLine || isRecord && style.keepsRecordsTogether
    bytes.append(open)
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 {
        bytes.append(UInt8(ascii: ","))
        if isOnOneLine { bytes.append(0x20) }
      }
      breakLine()
      writeElement(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { breakLine() }
    bytes.append(close)
    isOnOneLine = wasOnOneLine
  }

  private mutating func breakLine() {
    guard style.isIndented, !isOnOneLine else { return }
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

extension JSON {
  /// Whether it holds no other values.
  fileprivate var isPlain: Bool { array == nil && object == nil }
}
