import JSONDocuments
import TestSupport
import Testing

@Suite("Writing JSON")
struct WritingTests {
  @Test("compact text has no white space and keeps the order of members")
  func compact() {
    let json: JSON = ["b": [1, [], [:]], "a": .null]
    #expect(json.text() == #"{"b":[1,[],{}],"a":null}"#)
  }

  @Test("readable text is indented and sorted by key")
  func readable() throws {
    let json: JSON = [
      "name": "Revenue Predictions", "empty": [:], "none": [],
      "features": [["name": "rating", "sources": ["restaurants", "orders"]], false],
      "Zürich": true,
    ]
    try expectGolden(json.text(.readable) + "\n", "readable.json")
  }

  @Test("line by line, plain records stand on one line, and what holds records on several")
  func lineByLine() {
    let json: JSON = [
      "columns": [["name": "a", "tags": ["x", "y"]], ["type": 1, "name": "b"]],
      "plain": [1, true], "empty": [:], "deep": ["in": ["deeper": ["x": .null]]],
    ]
    let text = """
      {
        "columns": [
          {"name": "a", "tags": ["x", "y"]},
          {"name": "b", "type": 1}
        ],
        "deep": {
          "in": {
            "deeper": {"x": null}
          }
        },
        "empty": {},
        "plain": [1, true]
      }
      """
    #expect(json.text(.lineByLine) == text)
  }

  @Test("only quotes, backslashes and control characters are escaped")
  func escapes() {
    let text: JSON = "\"\\/\u{0}\u{8}\u{B}\u{C}\n\r\t\u{1F}\u{7F}é模😀\u{2028}"
    #expect(
      text.text()
        == "\"\\\"\\\\/\\u0000\\u0008\\u000b\\u000c\\n\\r\\t\\u001f\u{7F}é模😀\u{2028}\"")
  }

  @Test("what is written is read back, in every style", arguments: [0, 1, 2, 3] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var generator = DocumentGenerator(seed: seed)
    for _ in 0..<500 {
      let json = generator.document()
      for style in [JSONStyle.compact, .readable, .lineByLine, JSONStyle(isIndented: true)] {
        #expect(try JSON(parsing: json.encoded(style)) == json)
      }
      #expect(try JSON(parsing: json.text()).text() == json.text())
    }
  }

  @Test("a text cut anywhere is refused, never read wrongly")
  func truncation() {
    var generator = DocumentGenerator(seed: 9)
    for _ in 0..<100 {
      let bytes = JSON.array([generator.document()]).encoded()
      for length in bytes.indices {
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: Array(bytes[..<length])) }
      }
    }
  }
}
