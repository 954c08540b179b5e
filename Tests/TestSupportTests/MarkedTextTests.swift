import Diagnostics
import TestSupport
import Testing

@Suite("Marked text")
struct MarkedTextTests {
  @Test("marks take no room and give line and column")
  func positions() throws {
    let marked = try MarkedText("name: ⟦a⟧churn⟦/a⟧\ntype: ⟦b⟧\n")
    #expect(marked.text == "name: churn\ntype: \n")
    #expect(try marked.position(of: "b") == Position(line: 2, column: 7))
    #expect(
      try marked.range(of: "a")
        == SourceRange(
          path: "ml_model.yaml", start: Position(line: 1, column: 7),
          end: Position(line: 1, column: 12)))
  }

  @Test("columns count Unicode scalars, also where a mark splits a character")
  func scalars() throws {
    let marked = try MarkedText("e⟦a⟧\u{301}😀⟦b⟧\r\n⟦c⟧")
    #expect(try marked.position(of: "a") == Position(line: 1, column: 2))
    #expect(try marked.position(of: "b") == Position(line: 1, column: 4))
    #expect(try marked.position(of: "c") == Position(line: 2, column: 1))
  }

  @Test("a mark that is absent, open or there twice is an error")
  func wrongMarks() throws {
    let marked = try MarkedText("x")
    #expect(throws: MarkedTextError.noMark("a")) { try marked.position(of: "a") }
    #expect(throws: MarkedTextError.notClosed) { try MarkedText("⟦a") }
    #expect(throws: MarkedTextError.twice("a")) { try MarkedText("⟦a⟧⟦a⟧") }
  }
}
