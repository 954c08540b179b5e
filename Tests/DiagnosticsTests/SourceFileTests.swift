import Diagnostics
import Testing

@Suite("Lines and places of a file")
struct SourceFileTests {
  @Test(
    "lines end at LF, CRLF and lone CR",
    arguments: [
      ("", [""]),
      ("a", ["a"]),
      ("a\n", ["a", ""]),
      ("a\nb\n", ["a", "b", ""]),
      ("a\r\nb", ["a", "b"]),
      ("a\rb\r", ["a", "b", ""]),
      ("a\n\r\nb", ["a", "", "b"]),
      ("a\r\rb", ["a", "", "b"]),
      ("\n", ["", ""]),
    ])
  func lines(text: String, lines: [String]) {
    let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    #expect(file.lineCount == lines.count)
    #expect((1...lines.count).map { file.line($0) } == lines)
    #expect(file.line(0) == nil)
    #expect(file.line(lines.count + 1) == nil)
  }

  @Test(
    "NEL, form feed and the Unicode separators are no line ends",
    arguments: ["\u{85}", "\u{B}", "\u{C}", "\u{2028}", "\u{2029}"])
  func otherSeparators(separator: String) {
    let file = SourceFile(path: "a.yaml", bytes: Array("a\(separator)b\nc".utf8))
    #expect(file.lineCount == 2)
    #expect(file.line(1) == "a\(separator)b")
    #expect(file.position(ofByte: 2 + separator.utf8.count) == Position(line: 1, column: 4))
  }

  @Test(
    "columns count Unicode scalars",
    arguments: [
      (0, 1, 1), (1, 1, 2), (3, 1, 3), (7, 1, 4), (8, 1, 5), (10, 2, 1), (12, 2, 2), (14, 2, 3),
      (15, 2, 4),
    ])
  func columns(offset: Int, line: Int, column: Int) {
    let file = SourceFile(
      path: "a.yaml", bytes: Array("aé😀b\r\ne\u{301}".utf8.prefix(10)) + Array("é\u{301}x".utf8))
    #expect(file.position(ofByte: offset) == Position(line: line, column: column))
  }

  @Test("an offset outside the file is taken to its start or end")
  func outside() {
    let file = SourceFile(path: "a.yaml", bytes: Array("ab\nc".utf8))
    #expect(file.position(ofByte: -3) == .start)
    #expect(file.position(ofByte: 99) == Position(line: 2, column: 2))
  }

  @Test("bytes that are no UTF-8 are shown replaced, lines around them as they are")
  func invalidUTF8() {
    let file = SourceFile(path: "a.yaml", bytes: [0x61, 0xFF, 0x0A, 0x62])
    #expect(file.line(1) == "a\u{FFFD}")
    #expect(file.line(2) == "b")
  }
}
