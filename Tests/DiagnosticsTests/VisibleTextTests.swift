import Diagnostics
import Testing

@Suite("Text made visible")
struct VisibleTextTests {
  @Test(
    "what acts on a terminal, or hides, is escaped",
    arguments: [
      ("\u{1B}[31mred\u{7}", #"\x1B[31mred\x07"#),
      ("a\nb\r\nc\td", #"a\nb\r\nc\td"#),
      ("\u{9B}2J\u{7F}\0", #"\x9B2J\x7F\x00"#),
      ("a\u{202E}b\u{2066}c\u{200B}d\u{FEFF}", #"a\u202Eb\u2066c\u200Bd\uFEFF"#),
      ("a\u{2028}b\u{2029}\u{85}\u{AD}", #"a\u2028b\u2029\x85\xAD"#),
      ("\u{E0041}", #"\U000E0041"#),
    ])
  func escaped(text: String, visible: String) {
    #expect(VisibleText.escaping(text) == visible)
  }

  @Test(
    "what people read stays",
    arguments: ["plain", "Zürich 模型 \u{5E9}\u{5DC}", "👩\u{200D}💻", "e\u{301}", "a\u{A0}b", "\\x1B"])
  func kept(text: String) {
    #expect(VisibleText.escaping(text) == text)
  }
}
