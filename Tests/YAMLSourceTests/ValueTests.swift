import Diagnostics
import Testing
import YAMLSource

@Suite("What values are")
struct ValueTests {
  @Test("scalars stay text, nothing is guessed")
  func text() {
    #expect(
      Outline("[1.10, no, 007, 0x1F, 2001-01-01, 0.50, .inf]").value
        == "['1.10', 'no', '007', '0x1F', '2001-01-01', '0.50', '.inf']")
  }

  @Test("plain ~, null and nothing are explicitly empty; quoted and tagged ones are text")
  func nulls() {
    #expect(
      Outline("[~, null, Null, NULL, !!null null]").value == "[null, null, null, null, null]")
    #expect(Outline("a:\nb: !!str\n").value == "{a: null, b: ''}")
    #expect(
      Outline("['~', \"null\", \"\", nULL, !!str ~]").value == "['~', 'null', '', 'nULL', '~']")
  }

  @Test(
    "the way a scalar is written is kept",
    arguments: [
      ("a", YAMLScalarStyle.plain), ("'a'", .singleQuoted), ("\"a\"", .doubleQuoted),
      ("|-\n a", .literal), (">-\n a", .folded),
    ])
  func styles(_ text: String, _ style: YAMLScalarStyle) {
    guard case .scalar(let scalar) = Outline(text).documents.first?.root?.content else {
      Issue.record("no scalar")
      return
    }
    #expect(scalar == YAMLScalar(text: "a", style: style))
  }

  @Test("a mapping's own keys win over merged ones, wherever << stands")
  func mergeKeys() {
    #expect(
      Outline("x: &x {a: 1, b: 2}\ny:\n  b: 3\n  <<: *x\n").value
        == "{x: {a: '1', b: '2'}, y: {b: '3', a: '1'}}")
  }

  @Test("in a list of merged mappings the earlier wins")
  func mergeLists() {
    #expect(
      Outline("- &x {a: 1}\n- &y {a: 2, b: 2}\n- <<: [*x, *y, {c: 3}]\n").value
        == "[{a: '1'}, {a: '2', b: '2'}, {a: '1', b: '2', c: '3'}]")
  }

  @Test("a quoted << is a key like any other")
  func quotedMerge() {
    #expect(Outline("'<<': {a: 1}").value == "{<<: {a: '1'}}")
  }

  @Test("an anchor may be given again; aliases mean the latest one")
  func anchorsAgain() {
    #expect(Outline("[&a 1, *a, &a 2, *a]").value == "['1', '1', '2', '2']")
  }

  @Test("anchors end with their document")
  func anchorsPerDocument() {
    let outline = Outline("a: &x 1\n---\nb: *x\n")
    #expect(outline.places == ["MLC106 3:4-3:6"])
    #expect(outline.documents.count == 1)
  }

  @Test("a file may hold several documents, and one without content has no root")
  func documents() {
    #expect(Outline("a: 1\n---\nb: 2\n...\n").documents.count == 2)
    #expect(Outline("").documents.isEmpty)
    #expect(Outline("# only a comment\n").documents.isEmpty)
    let empty = Outline("---\n---\na: 1\n").documents
    #expect(empty.map { $0.root == nil } == [true, false])
  }

  @Test("a key that is no scalar has no text")
  func complexKeys() {
    let outline = Outline("? [a]\n: b\n")
    #expect(outline.findings.isEmpty)
    #expect(outline.value == "{?: 'b'}")
  }
}
