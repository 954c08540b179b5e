import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite("Writing scalars")
struct ScalarTextTests {
  private static let texts = [
    "numerical", "demo_pg.postgres.public.users", "team:x", "a b", "it's", "\"q\".r", "1.10", "yes",
    "2026-11-21", "007", "- a", "#a", "a #b", "a: b", "[x]", "{x}", "", " x", "x ", "~", "é", "*a",
    "&a", "!t", "%d", "@u", "`b", "|", ">", "null", "<<", "a,b", "\\", "'\"'", "s3://models/a",
    "a:", "1.2.3", "tRue", "=", "y", "👩‍🔬", "a ",
    "it's \\",
  ]

  @Test("a written text is read again as it was, in every style and place", arguments: texts)
  func readAgain(text: String) throws {
    for style: YAMLScalarStyle in [.plain, .singleQuoted, .doubleQuoted] {
      let written = try #require(ScalarText.text(text, like: style))
      for frame in ["key: \(written)", "[\(written)]", "{\(written): \(written)}", "- \(written)"] {
        var findings = DiagnosticList()
        let file = SourceFile(path: "a", bytes: Array(frame.utf8))
        let root = YAMLParser.documents(in: file, diagnostics: &findings).first?.root
        #expect(findings.items.isEmpty, "\(frame)")
        #expect(
          root?.scalars.last == YAMLScalar(text: text, style: Self.style(of: written)), "\(frame)")
      }
    }
  }

  @Test("an item of a list is read again as it was", arguments: texts + ["a\nb", "a\u{202E}b"])
  func items(text: String) {
    for frame in [ScalarText.item(text), ScalarText.quoted(text)] {
      var findings = DiagnosticList()
      let file = SourceFile(path: "a", bytes: Array("{key: [\(frame)]}".utf8))
      let root = YAMLParser.documents(in: file, diagnostics: &findings).first?.root
      #expect(findings.items.isEmpty, "\(frame)")
      #expect(root?.scalars.last?.text == text, "\(frame)")
    }
  }

  @Test(
    "quotes are such as need the fewest escapes",
    arguments: [
      ("a", "\"a\""), ("it's", "\"it's\""), ("\"q\".r", "'\"q\".r'"), ("a\\b", "'a\\b'"),
      ("it's \\", "'it''s \\'"), ("\"a\nb\"", "\"\\\"a\\nb\\\"\""),
    ])
  func quotes(text: String, quoted: String) {
    #expect(ScalarText.quoted(text) == quoted)
  }

  private static func style(of written: String) -> YAMLScalarStyle {
    switch written.first {
    case "'": .singleQuoted
    case "\"": .doubleQuoted
    default: .plain
    }
  }

  @Test("a style that the text cannot have, and characters that nobody sees, are refused")
  func refused() {
    #expect(ScalarText.text("a", like: .literal) == nil)
    #expect(ScalarText.text("a", like: .folded) == nil)
    #expect(ScalarText.text("a\nb", like: .doubleQuoted) == nil)
    #expect(ScalarText.text("a\u{202E}b", like: .plain) == nil)
  }

  @Test(
    "what other readers make of a plain scalar",
    arguments: [
      ("1.10", .number), ("1e3", .number), (".5", .number), ("-.inf", .number), (".nan", .number),
      ("3", .integer), ("007", .integer), ("0o17", .integer), ("0x1F", .integer),
      ("1_000", .integer), ("12:30", .integer), ("12:30.5", .number), ("yes", .boolean),
      ("Off", .boolean), ("TRUE", .boolean), ("~", .null), ("2026-11-21", .date),
      ("2026-11-21T10:00:00Z", .date), ("2026-11-21 10:00:00 +01:00", .date), ("y", .text),
      ("1.2.3", .text), ("v1", .text), ("tRue", .text), ("12:99", .text), ("-", .text),
      (".", .text),
    ] as [(String, PlainType)])
  func types(text: String, type: PlainType) {
    #expect(PlainType(text) == type)
  }
}

extension YAMLNode {
  /// All scalars in it.
  fileprivate var scalars: [YAMLScalar] {
    switch content {
    case .scalar(let scalar): [scalar]
    case .sequence(let items): items.flatMap(\.scalars)
    case .mapping(let entries): entries.flatMap { $0.key.scalars + $0.value.scalars }
    }
  }
}
