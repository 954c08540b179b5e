import JSONDocuments
import Testing

@Suite("Reading JSON")
struct ReadingTests {
  @Test("every kind of value is read, with white space around it")
  func kinds() throws {
    let json = try JSON(
      parsing: " {\"a\" : [1, -2.5e+3, true, false, null, \"x\"],\r\n\t\"b\":{}} ")
    #expect(
      json == [
        "a": [1, .number(JSONNumber(lexeme: "-2.5e+3")), true, false, .null, "x"], "b": [:],
      ])
  }

  @Test("members keep their order")
  func order() throws {
    #expect(try JSON(parsing: #"{"z":1,"a":2,"m":3}"#).object?.keys == ["z", "a", "m"])
  }

  @Test(
    "a number keeps its text",
    arguments: [
      "0", "-0", "1.0", "1.10", "1e5", "1E+05", "-1.5e-300", "1e999",
      "123456789012345678901234567890", "0.1000000000000000055511151231257827",
    ])
  func lexemes(lexeme: String) throws {
    #expect(try JSON(parsing: "[\(lexeme)]").text() == "[\(lexeme)]")
  }

  @Test("escapes stand for their characters")
  func escapes() throws {
    let json = try JSON(parsing: #""\"\\\/\b\f\n\r\t\u00e9\u6a21\ud83d\ude00\u0000""#)
    #expect(json.string == "\"\\/\u{8}\u{C}\n\r\té模😀\0")
  }

  @Test("a plain string of any length ends where its quote is", arguments: 0..<40)
  func lengths(length: Int) throws {
    let text = String(repeating: "ä", count: length % 3) + String(repeating: "x", count: length)
    #expect(
      try JSON(parsing: "[\"\(text)\",\"\(text)\\n\(text)\"]") == [
        .string(text), .string(text + "\n" + text),
      ])
  }

  @Test(
    "what is no JSON is refused with line and column",
    arguments: [
      ("", "1:1: unexpected end"),
      ("  ", "1:3: unexpected end"),
      ("nul", "1:1: unexpected end"),
      ("nulL", "1:1: invalid literal"),
      ("tru3", "1:1: invalid literal"),
      ("[1,]", "1:4: unexpected character"),
      ("[1 2]", "1:4: expected ',' or ']'"),
      ("[", "1:2: unexpected end"),
      ("{", "1:2: expected a key"),
      ("{a:1}", "1:2: expected a key"),
      ("{\"a\":1,}", "1:8: expected a key"),
      ("{\"a\" 1}", "1:6: expected ':'"),
      ("{\"a\":1 \"b\":2}", "1:8: expected ',' or '}'"),
      ("1 2", "1:3: unexpected data after the value"),
      ("\u{FEFF}1", "1:1: unexpected character"),
      ("NaN", "1:1: unexpected character"),
      ("+1", "1:1: unexpected character"),
      (".5", "1:1: unexpected character"),
      ("-", "1:2: expected a digit"),
      ("01", "1:1: leading zero"),
      ("-01", "1:1: leading zero"),
      ("1.", "1:3: expected a digit"),
      ("1.e5", "1:3: expected a digit"),
      ("1e", "1:3: expected a digit"),
      ("1e+", "1:4: expected a digit"),
      ("0x1", "1:2: unexpected data after the value"),
      ("'a'", "1:1: unexpected character"),
      ("\"a", "1:1: unterminated string"),
      ("\"a\\n", "1:1: unterminated string"),
      ("\"a\nb\"", "1:3: control character in a string"),
      ("\"\\x\"", "1:2: invalid escape"),
      ("\"\\", "1:2: invalid escape"),
      ("\"\\u12\"", "1:4: unterminated escape"),
      ("\"\\u12g4\"", "1:6: invalid \\u escape"),
      ("[1,\n 2,\n é]", "3:2: unexpected character"),
      ("{\"a\": 1,\n \"b\": {\"a\": 2},\n \"a\": 3}", "3:2: duplicate key"),
    ])
  func refusals(text: String, message: String) {
    #expect(refusal(of: Array(text.utf8)) == message)
  }

  @Test(
    "a surrogate without its other half is refused",
    arguments: [#""\ud800""#, #""\udc00""#, #""\ud800x""#, #""\ud800\n""#, #""\ud800\ud800""#])
  func loneSurrogates(text: String) {
    #expect(refusal(of: Array(text.utf8)) == "1:2: lone surrogate")
  }

  @Test("every control character in a string is refused", arguments: 0..<UInt8(0x20))
  func controls(byte: UInt8) {
    let bytes = [0x22] + Array("1234567".utf8) + [byte] + Array("12345678\"".utf8)
    #expect(refusal(of: bytes)?.hasSuffix(":9: control character in a string") == true)
  }

  @Test(
    "bytes that are no UTF-8 are refused where they start",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE6, 0xA8], [0xC3],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    #expect(refusal(of: Array("\"12345678".utf8) + bytes + [0x22]) == "1:10: invalid UTF-8")
    #expect(refusal(of: Array("\"".utf8) + bytes) == "1:2: invalid UTF-8")
  }

  @Test("nesting is limited, counting what is open")
  func depth() throws {
    let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(throws: Never.self) { try JSON(parsing: deep) }
    #expect(refusal(of: Array("[\(deep)]".utf8)) == "1:129: nested too deeply")
    let wide = Array("[[],[{}],{\"a\":[]}]".utf8)
    #expect(throws: Never.self) { try JSON(parsing: wide, maximumDepth: 3) }
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: wide, maximumDepth: 2) }
    #expect(refusal(of: Array(String(repeating: "[{\"a\":", count: 100_000).utf8)) != nil)
  }

  @Test("a key written twice is found in small and large objects", arguments: [2, 31, 32, 33, 500])
  func duplicateKeys(count: Int) {
    let members = (0..<count).map { "\"key\($0)\":\($0)" } + ["\"key\(count / 2)\":0"]
    #expect(
      refusal(of: Array("{\(members.joined(separator: ","))}".utf8))?.hasSuffix("duplicate key")
        == true)
  }

  @Test("keys that differ in code points only are two keys", arguments: [0, 40])
  func equivalentKeys(others: Int) throws {
    let members = (0..<others).map { "\"key\($0)\":\($0)" } + ["\"\u{E9}\":1", "\"e\u{301}\":2"]
    let json = try JSON(parsing: "{\(members.joined(separator: ","))}")
    #expect(json["\u{E9}"] == 1)
    #expect(json["e\u{301}"] == 2)
  }

  private func refusal(of bytes: [UInt8]) -> String? {
    do {
      _ = try JSON(parsing: bytes)
      return nil
    } catch {
      return error.description
    }
  }
}
