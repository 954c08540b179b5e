import Diagnostics
import Testing
import YAMLSource

@Suite("Where values stand")
struct PlaceTests {
  @Test("a block collection ends where its last child ends, not where the next token begins")
  func blockCollections() {
    let outline = Outline("a:\n  b: 'x y'\n  c: [1, 2]\n\n# note\nd:\n- 1\n- e: f\n")
    #expect(
      outline.lines == [
        "1:1-8:7 mapping",
        "  key 1:1-1:2 'a'",
        "  = 2:3-3:12 mapping",
        "    key 2:3-2:4 'b'",
        "    = 2:6-2:11 'x y'",
        "    key 3:3-3:4 'c'",
        "    = 3:6-3:12 list",
        "      - 3:7-3:8 '1'",
        "      - 3:10-3:11 '2'",
        "  key 6:1-6:2 'd'",
        "  = 7:1-8:7 list",
        "    - 7:3-7:4 '1'",
        "    - 8:3-8:7 mapping",
        "      key 8:3-8:4 'e'",
        "      = 8:6-8:7 'f'",
      ])
  }

  @Test("a quoted scalar's range includes its quotes, over several lines too")
  func quotes() {
    #expect(
      Outline("- \"a\n  b\"\n- 'c'\n").lines == [
        "1:1-3:6 list", "  - 1:3-2:5 'a b'", "  - 3:3-3:6 'c'",
      ])
  }

  @Test("a block scalar runs from its indicator to the end of its last line with text")
  func blockScalars() {
    #expect(
      Outline("a: |\n  one\n  two\n\nb: >-\n  three\n").lines == [
        "1:1-6:8 mapping", "  key 1:1-1:2 'a'", "  = 1:4-3:6 'one\ntwo\n'",
        "  key 5:1-5:2 'b'", "  = 5:4-6:8 'three'",
      ])
  }

  @Test("columns count Unicode scalars")
  func scalarColumns() {
    // A combining accent and an emoji of several scalars count one for each scalar.
    #expect(
      Outline("e\u{301}: \"👩‍🔬\" # x\n").lines == [
        "1:1-1:10 mapping", "  key 1:1-1:3 'e\u{301}'", "  = 1:5-1:10 '👩‍🔬'",
      ])
  }

  @Test("lines end at LF, CRLF and CR")
  func lineEnds() {
    #expect(
      Outline("a: 1\nb: 2\r\nc: 3\rd: 4").lines.filter { $0.contains("key") } == [
        "  key 1:1-1:2 'a'", "  key 2:1-2:2 'b'", "  key 3:1-3:2 'c'", "  key 4:1-4:2 'd'",
      ])
  }

  @Test(
    "NEL, LS and PS end no line and stay in the value",
    arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func otherBreaks(_ character: String) {
    #expect(
      Outline("a: x\(character)y\nb: \"p\(character)q\" # \(character)\nc: [\"\(character)\", z]\n")
        .lines == [
          "1:1-3:12 mapping",
          "  key 1:1-1:2 'a'", "  = 1:4-1:7 'x\(character)y'",
          "  key 2:1-2:2 'b'", "  = 2:4-2:9 'p\(character)q'",
          "  key 3:1-3:2 'c'", "  = 3:4-3:12 list",
          "    - 3:5-3:8 '\(character)'", "    - 3:10-3:11 'z'",
        ])
  }

  @Test("the stand-in for a line break is never taken from the text itself")
  func standInsAreFree() {
    #expect(Outline("a: \"\u{E000}\u{2028}\u{E001}\"").value == "{a: '\u{E000}\u{2028}\u{E001}'}")
  }

  @Test("a byte order mark is skipped and not counted")
  func byteOrderMark() {
    let outline = Outline("\u{FEFF}a: b\nc: [d\n")
    #expect(Outline("\u{FEFF}a: b\n").lines.last == "  = 1:4-1:5 'b'")
    #expect(outline.places == ["MLC101 2:4-2:5"])
  }

  @Test("anchors and tags are not part of a value's range")
  func properties() {
    #expect(
      Outline("a: &x !!str b\nc: &y # note\n  - !!int 1\nd: &z\n").lines == [
        "1:1-4:6 mapping",
        "  key 1:1-1:2 'a'", "  = 1:13-1:14 'b'",
        "  key 2:1-2:2 'c'", "  = 3:3-3:12 list", "    - 3:11-3:12 '1'",
        "  key 4:1-4:2 'd'", "  = 4:6-4:6 ''",
      ])
  }

  @Test("a value may begin right behind an anchor's name")
  func valueBehindAnchor() {
    #expect(
      Outline("a: &s:C\nb: c").lines == [
        "1:1-2:5 mapping", "  key 1:1-1:2 'a'", "  = 1:6-1:8 ':C'", "  key 2:1-2:2 'b'",
        "  = 2:4-2:5 'c'",
      ])
  }

  @Test("an alias keeps its own place beside that of the value")
  func aliases() throws {
    let outline = Outline("a: &x b\nc: *x\n")
    #expect(outline.lines.last == "  = 1:7-1:8 'b' via 2:4-2:6")
    guard case .mapping(let entries) = outline.documents.first?.root?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(Outline.text(of: entries.last?.value.place) == "2:4-2:6")
  }

  @Test("braces belong to the range of a flow collection, and a pair in a list ends with its value")
  func flowCollections() {
    #expect(
      Outline("a: {}\nb: [c: d ]\n").lines == [
        "1:1-2:11 mapping", "  key 1:1-1:2 'a'", "  = 1:4-1:6 mapping",
        "  key 2:1-2:2 'b'", "  = 2:4-2:11 list", "    - 2:5-2:9 mapping",
        "      key 2:5-2:6 'c'", "      = 2:8-2:9 'd'",
      ])
  }

  @Test("nothing at the end of a text without a last line end lies at that end")
  func nothingAtTheEnd() {
    #expect(
      Outline("? a\n# x").lines == ["1:1-2:4 mapping", "  key 1:3-1:4 'a'", "  = 2:4-2:4 ''"])
  }

  @Test("the first key of a mapping is the one written first, a merge key included")
  func firstKey() {
    let root = Outline("<<: {b: 1}\na: 2\n").documents.first?.root
    #expect(Outline.text(of: root?.firstKeyRange) == "1:1-1:3")
    #expect(Outline("{}").documents.first?.root?.firstKeyRange == nil)
  }
}
