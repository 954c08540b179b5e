import Diagnostics
import Testing
import YAMLSource

@Suite("Syntax errors in plain words")
struct SyntaxWordingTests {
  @Test(
    "a syntax error says what is wrong, where its cause is, and what helps",
    arguments: [
      ("a: \"b\nc: d\n", "1:4-1:5", "this quote is never closed"),
      ("a: \"b\nc: \"d\"\n", "2:5-2:6", "a key of the mapping above is expected here"),
      ("a: 'b", "1:4-1:5", "this quote is never closed"),
      ("a: \"b\n---\n", "1:4-1:5", "this quote is not closed before the next document begins"),
      ("a: 1\nb\nc: 2\n", "2:1-2:2", "a `:` is missing after this key"),
      ("a: b: c\n", "1:5-1:6", "a `:` is not possible here"),
      ("a:\n\tb: c\n", "2:1-2:2", "a tab cannot be used for indentation"),
      ("a: @b\n", "1:4-1:5", "a value cannot begin with `@`"),
      ("a: `b`\n", "1:4-1:5", "a value cannot begin with ```"),
      ("a: 1\n  b: 2\n", "2:4-2:5", "a `:` is not possible here"),
      ("a:\n  b: 1\n c: 2\n", "3:2-3:3", "a key of the mapping above is expected here"),
      (
        "- a\nb: c\n", "2:1-2:2", "a list item `- …` or the end of the list is expected here"
      ),
      (
        "a: [b, c\nd: e\n", "1:4-1:5",
        "this `[` is not closed, or a comma is missing between two items"
      ),
      (
        "a: {b: c d: e}\n", "1:4-1:5",
        "this `{` is not closed, or a comma is missing between two entries"
      ),
      ("a: {b: 1\n", "1:4-1:5", "this `{` is never closed"),
      ("a: [{b: c},\n", "1:4-1:5", "this `[` is never closed"),
      ("a: [{\n", "1:5-1:6", "this `{` is never closed"),
      ("a: [,]\n", "1:5-1:6", "a value is expected here"),
      ("a: - b\n", "1:4-1:5", "a list item is not possible here"),
      ("a: \"\\q\"\n", "1:5-1:6", "this is no escape that YAML knows"),
      ("a: \"\\xZZ\"\n", "1:7-1:8", "this escape needs hexadecimal digits"),
      ("a: \"\\uD800\"\n", "1:7-1:8", "this escape is no Unicode character"),
      ("a: 'b' c\n", "1:8-1:9", "a key of the mapping above is expected here"),
      ("a: | text\n", "1:6-1:7", "only a comment may follow here"),
      ("a: * b\n", "1:5-1:6", "an anchor or alias has a name of letters, digits, `-` and `_`"),
      ("a: !x!y b\n", "1:4-1:5", "this tag is not known"),
      ("%YAML 9.9\n---\na: b\n", "1:1-1:2", "only YAML 1.1 and 1.2 are read"),
      ("'a'\nb: c\n", "2:1-2:2", "the document has ended before this place"),
    ])
  func wording(_ text: String, _ place: String, _ message: String) throws {
    let finding = try #require(Outline(text).findings.last)
    #expect(finding.message == message)
    #expect(Outline.text(of: finding.range) == place)
    #expect(finding.hint?.isEmpty == false)
  }

  @Test(
    "a line that should be a key is told what it lacks",
    arguments: [
      ("a: 1\nb:2\nc: 3\n", "put a space after the colon: `b: 2`"),
      ("- a: 1\n  b-c:d e\n  f: 2\n", "put a space after the colon: `b-c: d e`"),
      ("a: |\ntext\nc: 2\n", "indent every line of the text below `a: |`"),
      ("- a: >-\n\n  text\n  c: 2\n", "indent every line of the text below `a: >-`"),
      ("a: 1\nhttps://b\nc: 2\n", nil), ("a: 1\nb\nc: 2\n", nil),
    ] as [(String, String?)])
  func missingColon(_ text: String, _ hint: String?) throws {
    let finding = try #require(Outline(text).findings.first)
    #expect(finding.message == "a `:` is missing after this key")
    #expect(finding.hint == hint ?? finding.hint)
    if hint == nil { #expect(finding.hint?.hasPrefix("write `key: value`") == true) }
  }

  @Test("a quote that was forgotten lines before is pointed to")
  func forgottenQuote() throws {
    let finding = try #require(Outline("a: \"b\nc: \"d\"\n").findings.first)
    #expect(finding.hint == "was the quote of an earlier line never closed?")
    #expect(finding.notes.map { Outline.text(of: $0.range) } == ["1:4-1:5"])
  }
}
