extension JSONParser {
  mutating func string() throws(JSONSyntaxError) -> String {
    let open = index
    index += 1
    let start = index
    index = PlainText.end(in: bytes, from: start)
    guard index < bytes.count else { throw failure("unterminated string", at: open) }
    switch bytes[index] {
    case 0x22:
      defer { index += 1 }
      return String(
        decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
    case 0x5C: return try escapedString(from: start, openedAt: open)
    default: throw failure("control character in a string")
    }
  }

  private mutating func escapedString(from start: Int, openedAt open: Int)
    throws(JSONSyntaxError) -> String
  {
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x22:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: try escape(into: &text)
      case 0..<0x20: throw failure("control character in a string")
      default:
        let run = index
        index = PlainText.end(in: bytes, from: run)
        text.append(contentsOf: bytes[run..<index])
      }
    }
    throw failure("unterminated string", at: open)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    let start = index
    index += 1
    let kind = current
    index += 1
    switch kind {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind)
    case UInt8(ascii: "u"):
      let scalar = try unicodeEscape(startedAt: start)
      text.append(contentsOf: String(Character(scalar)).utf8)
    default: throw failure("invalid escape", at: start)
    }
  }

  private mutating func unicodeEscape(startedAt start: Int) throws(JSONSyntaxError)
    -> Unicode.Scalar
  {
    var value = try hexadecimal()
    if value & 0xFC00 == 0xD800 {
      guard index + 2 <= bytes.count, bytes[index] == 0x5C, bytes[index + 1] == UInt8(ascii: "u")
      else { throw failure("lone surrogate", at: start) }
      index += 2
      let low = try hexadecimal()
      guard low & 0xFC00 == 0xDC00 else { throw failure("lone surrogate", at: start) }
      value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
    }
    guard let scalar = Unicode.Scalar(value) else { throw failure("lone surrogate", at: start) }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
    guard index + 4 <= bytes.count else { throw failure("unterminated escape") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch bytes[index] {
      case let byte where byte &- 48 < 10: digit = byte - 48
      case let byte where (byte | 0x20) &- 97 < 6: digit = (byte | 0x20) - 87
      default: throw failure("invalid \\u escape")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
