extension JSON {
  /// Reads one JSON text.
  ///
  /// - Throws: ``JSONSyntaxError`` for anything outside RFC 8259, a duplicate key, a lone surrogate,
  ///   invalid UTF-8, or more than `maximumDepth` open arrays and objects.
  public init(parsing bytes: [UInt8], maximumDepth: Int = 128) throws(JSONSyntaxError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONSyntaxError) in
      try JSON(parsing: buffer, maximumDepth)
    }
  }

  private init(parsing buffer: UnsafeBufferPointer<UInt8>, _ depth: Int) throws(JSONSyntaxError) {
    var parser = JSONParser(buffer, maximumDepth: depth)
    self = try parser.document()
  }

  /// Reads one JSON text.
  ///
  /// - Throws: ``JSONSyntaxError`` as ``init(parsing:maximumDepth:)`` for bytes does.
  public init(parsing text: String) throws(JSONSyntaxError) {
    try self.init(parsing: Array(text.utf8))
  }
}

struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  var depth: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.bytes = bytes
    self.depth = maximumDepth
  }

  mutating func document() throws(JSONSyntaxError) -> JSON {
    if let offset = firstInvalidUTF8(bytes) { throw failure("invalid UTF-8", at: offset) }
    skipSpace()
    let result = try value()
    skipSpace()
    if index != bytes.count { throw failure("unexpected data after the value") }
    return result
  }

  func failure(_ message: String, at offset: Int? = nil) -> JSONSyntaxError {
    let offset = min(offset ?? index, bytes.count)
    var line = 1
    var start = 0
    for position in 0..<offset where bytes[position] == 0x0A {
      line += 1
      start = position + 1
    }
    return JSONSyntaxError(
      message: message, offset: offset, line: line, column: offset - start + 1)
  }

  /// The byte at hand; 0, which no JSON text has outside strings, at the end.
  var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index &+= 1
      default: return
      }
    }
  }

  mutating func value() throws(JSONSyntaxError) -> JSON {
    switch current {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try number())
    default: throw failure(index < bytes.count ? "unexpected character" : "unexpected end")
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSONSyntaxError)
    -> JSON
  {
    let count = word.utf8CodeUnitCount
    guard index + count <= bytes.count else { throw failure("unexpected end") }
    for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] {
      throw failure("invalid literal")
    }
    index += count
    return value
  }

  private mutating func open() throws(JSONSyntaxError) {
    depth -= 1
    if depth < 0 { throw failure("nested too deeply") }
    index += 1
    skipSpace()
  }

  private mutating func close() {
    index += 1
    depth += 1
  }

  private mutating func object() throws(JSONSyntaxError) -> JSON {
    try open()
    var members: [JSONObject.Member] = []
    var seen = Set<String>()
    if current == UInt8(ascii: "}") {
      close()
      return .object(JSONObject())
    }
    members.reserveCapacity(8)
    while true {
      guard current == UInt8(ascii: "\"") else { throw failure("expected a key") }
      let start = index
      let key = try string()
      if isDuplicate(key, of: members, &seen) { throw failure("duplicate key", at: start) }
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw failure("expected ':'") }
      index += 1
      skipSpace()
      members.append(.init(key: key, value: try value()))
      skipSpace()
      if current == UInt8(ascii: ",") {
        index += 1
        skipSpace()
        continue
      }
      guard current == UInt8(ascii: "}") else { throw failure("expected ',' or '}'") }
      close()
      return .object(JSONObject(members))
    }
  }

  /// Compares with each key of a small object; a large one pays for a set once.
  ///
  /// The set folds equivalent keys such as `é` and `e` with an accent, so a hit is only a suspicion.
  private func isDuplicate(
    _ key: String, of members: [JSONObject.Member], _ seen: inout Set<String>
  ) -> Bool {
    if members.count >= 32 {
      if seen.isEmpty { seen = Set(members.map(\.key)) }
      if seen.insert(key).inserted { return false }
    }
    return members.contains { CodePoints.equal($0.key, key) }
  }

  private mutating func array() throws(JSONSyntaxError) -> JSON {
    try open()
    var elements: [JSON] = []
    if current == UInt8(ascii: "]") {
      close()
      return .array(elements)
    }
    while true {
      elements.append(try value())
      skipSpace()
      if current == UInt8(ascii: ",") {
        index += 1
        skipSpace()
        continue
      }
      guard current == UInt8(ascii: "]") else { throw failure("expected ',' or ']'") }
      close()
      return .array(elements)
    }
  }

  private mutating func digits() -> Bool {
    let start = index
    while index < bytes.count, bytes[index] &- 48 < 10 { index &+= 1 }
    return index > start
  }

  private mutating func number() throws(JSONSyntaxError) -> JSONNumber {
    let start = index
    if current == UInt8(ascii: "-") { index += 1 }
    if current == UInt8(ascii: "0") {
      index += 1
      if index < bytes.count, bytes[index] &- 48 < 10 { throw failure("leading zero", at: start) }
    } else if !digits() {
      throw failure("expected a digit")
    }
    if current == UInt8(ascii: ".") {
      index += 1
      if !digits() { throw failure("expected a digit") }
    }
    if current | 0x20 == UInt8(ascii: "e") {
      index += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
      if !digits() { throw failure("expected a digit") }
    }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<index])
    return JSONNumber(lexeme: String(decoding: text, as: UTF8.self))
  }
}
