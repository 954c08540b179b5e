import JSONDocuments
import Testing

@Suite("Where something stands in a JSON text")
struct JSONPositionTests {
  private let text = Array(
    """
    {"a": [1, {"b": "]}",
      "c" :  null}],
     "é~/": {"d": []}}
    """.utf8)

  @Test(
    "values and keys are found through objects and arrays",
    arguments: [
      ("", [1, 1], [1, 1]), ("/a", [1, 7], [1, 2]), ("/a/0", [1, 8], [1, 8]),
      ("/a/1/b", [1, 17], [1, 12]), ("/a/1/c", [2, 10], [2, 3]),
      ("/é~0~1/d", [3, 16], [3, 11]),
    ])
  func found(pointer: String, value: [Int], key: [Int]) throws {
    let pointer = try JSONPointer(parsing: pointer)
    let atValue = JSONPosition.ofValue(at: pointer, in: text)
    #expect(atValue.map { [$0.line, $0.column] } == value)
    let atKey = JSONPosition.ofKey(at: pointer, in: text)
    #expect(atKey.map { [$0.line, $0.column] } == key)
  }

  @Test("what is not there has no place", arguments: ["/b", "/a/2", "/a/x", "/a/0/b", "/a/1/c/d"])
  func missing(pointer: String) throws {
    #expect(try JSONPosition.ofValue(at: JSONPointer(parsing: pointer), in: text) == nil)
  }

  @Test(
    "damaged text ends the search", arguments: ["", "{", "[1", "{\"a\"", "{\"b\": 1, \"a\"", "[["])
  func damaged(text: String) throws {
    #expect(try JSONPosition.ofValue(at: JSONPointer(parsing: "/a/0"), in: Array(text.utf8)) == nil)
  }
}
