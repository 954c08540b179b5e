import Diagnostics
import TestSupport
import Testing

@Suite("Changing the text of a file")
struct SourceFileEditTests {
  @Test("edits are applied together, and every other byte stays")
  func together() throws {
    let marked = try MarkedText("\u{FEFF}a: é⟦a⟧x⟦/a⟧\r\nb:\t⟦b⟧⟦/b⟧y\r⟦c⟧c: z⟦/c⟧")
    let file = try #require(
      marked.file.applying([
        TextEdit(replacing: marked.range(of: "c"), with: ""),
        TextEdit(replacing: marked.range(of: "a"), with: "long"),
        TextEdit(replacing: marked.range(of: "b"), with: "in"),
      ]))
    #expect(file.text == "\u{FEFF}a: élong\r\nb:\tiny\r")
  }

  @Test("edits that overlap, or lie outside of the text or in another file, change nothing")
  func refused() throws {
    let marked = try MarkedText("⟦a⟧one ⟦b⟧two⟦/a⟧ three⟦/b⟧")
    let edits = try ["a", "b"].map { TextEdit(replacing: try marked.range(of: $0), with: "x") }
    #expect(marked.file.applying(edits) == nil)
    for place in [Position(line: 2, column: 1), Position(line: 1, column: 15)] {
      let range = SourceRange(path: marked.file.path, start: place, end: place)
      #expect(marked.file.applying([TextEdit(replacing: range, with: "x")]) == nil)
    }
    let other = SourceRange(path: "other.yaml", start: .start, end: .start)
    #expect(marked.file.applying([TextEdit(replacing: other, with: "x")]) == nil)
  }

  @Test("a position leads to its byte, and back")
  func offsets() {
    let file = SourceFile(path: "a", bytes: Array("\u{FEFF}é👩‍🔬a\r\nb\rc\n".utf8))
    for offset in [3, 5, 9, 16, 17, 19, 20, 21, 22, 23] {
      #expect(file.byteOffset(of: file.position(ofByte: offset)) == offset)
    }
    #expect(file.byteOffset(of: Position(line: 9, column: 1)) == nil)
    #expect(file.byteOffset(of: Position(line: 2, column: 4)) == nil)
  }
}
