import JSONDocuments
import Testing

@Suite("JSON pointers")
struct PointerTests {
  private let model: JSON = [
    "name": "churn", "": "empty", "a/b": 1, "m~n": 2, "é": 3,
    "features": [["name": "rating"], ["name": "price"]], "10": "ten",
  ]

  @Test(
    "a pointer leads to the value that RFC 6901 says",
    arguments: [
      ("/name", "churn"), ("/", "empty"), ("/a~1b", 1), ("/m~0n", 2), ("/é", 3),
      ("/features/1/name", "price"), ("/10", "ten"),
    ] as [(String, JSON)])
  func values(text: String, value: JSON) throws {
    #expect(try model.value(at: JSONPointer(parsing: text)) == value)
  }

  @Test("the empty pointer is the whole document")
  func wholeDocument() throws {
    #expect(try model.value(at: JSONPointer(parsing: "")) == model)
  }

  @Test(
    "where there is nothing, there is no value",
    arguments: [
      "/absent", "/name/0", "/features/2", "/features/-", "/features/01", "/features/-1",
      "/features/", "/features/+1", "/features/99999999999999999999", "/a/b", "/e\u{301}",
    ])
  func nothing(text: String) throws {
    #expect(try model.value(at: JSONPointer(parsing: text)) == nil)
  }

  @Test(
    "tilde and slash are escaped, in the right order",
    arguments: ["", "/", "//a", "/~01", "/a~1b/~0~1/é"])
  func text(text: String) throws {
    #expect(try JSONPointer(parsing: text).description == text)
  }

  @Test("an escape is read once")
  func escapeOrder() throws {
    #expect(try JSONPointer(parsing: "/~01").tokens == ["~1"])
    #expect(JSONPointer().appending("~1/").description == "/~01~1")
  }

  @Test("text that is no pointer is refused")
  func refusals() {
    #expect(throws: JSONPointerError.noLeadingSlash("a/b")) { try JSONPointer(parsing: "a/b") }
    for text in ["/~", "/a~", "/~2", "/~/a"] {
      #expect(throws: JSONPointerError.invalidEscape(text)) { try JSONPointer(parsing: text) }
    }
  }
}
