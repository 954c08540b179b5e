import Diagnostics
import JSONDocuments
import ModelManifests
import TestSupport
import Testing
import YAMLSource

@Suite("Writing YAML")
struct YAMLWriterTests {
  @Test(
    "a text is quoted only where a reader would take it for something else",
    arguments: [
      ("XGBoost", "XGBoost"), ("a b", "a b"), ("s3://models/a.pkl", "s3://models/a.pkl"),
      ("Größe 📦", "Größe 📦"), ("a#b", "a#b"), ("a:b", "a:b"), ("1.2.3-beta", "1.2.3-beta"),
      ("", "\"\""), ("yes", "\"yes\""), ("Off", "\"Off\""), ("null", "\"null\""),
      ("~", "\"~\""), ("0123", "\"0123\""), ("1e-3", "\"1e-3\""), ("0x1F", "\"0x1F\""),
      ("1_000", "\"1_000\""), ("12:30", "\"12:30\""), ("2026-11-21", "\"2026-11-21\""),
      (".inf", "\".inf\""), ("-1", "\"-1\""), ("- a", "\"- a\""), ("a: b", "\"a: b\""),
      ("a #b", "\"a #b\""), ("a:", "\"a:\""), (" a", "\" a\""), ("a ", "\"a \""),
      ("a\tb", "\"a\\tb\""), ("a\nb", "\"a\\nb\""), ("<<", "\"<<\""), ("'a'", "\"'a'\""),
      ("a\u{202E}b", "\"a\\u202Eb\""), ("a\u{85}b", "\"a\\x85b\""), ("\\", "\\"),
      ("a \"b\"", "a \"b\""), ("\"b\"", "'\"b\"'"), ("👩‍🔬", "👩‍🔬"),
    ])
  func scalars(text: String, written: String) {
    #expect(YAMLText.scalar(text) == written)
  }

  @Test("every kind of value, in one form")
  func form() throws {
    let text = YAMLWriter.text([
      .remark("A remark with an escape: \u{1B}[31m"), .member("name", .text("a")),
      .member("lines", .text("one\ntwo  \n\n# three\n")), .member("cut", .text("one\ntwo")),
      .member("indented", .text("    code\ntext\n")), .member("kept", .text("one\n\n")),
      .member("returns", .text("one\r\ntwo\n")), .member("none", .nothing),
      .member("number", .plain("4711")), .member("empty", .list([])),
      .member("nothing", .mapping([])), .blank,
      .member("yes", .list([.text("a"), .text("b\nc"), .list([.plain("1")]), .mapping([])])),
      .member(
        "items",
        .list([
          .mapping([
            .member("name", .text("x")), .remark("inside"), .member("text", .text("a\nb\n")),
            .member("inner", .list([.mapping([.member("name", .text("y"))])])),
          ]), .mapping([.member("name", .text("z"))]),
        ])), .remark("the end"),
    ])
    try expectGolden(text, "writer.yaml")
  }

  /// A text that is hard to write.
  private func text(_ random: inout SeededRandom) -> String {
    let pieces = [
      "a", "é", "👩‍🔬", " ", "  ", "\n", "\n\n", "\t", "\r\n", ": ", " #", "#", "-", "- ", "\"", "'",
      "\\", "{", "]", "|", ">", "%", "@", "`", "&", "*", "!", "?", "~", "---", "...", "0", "1e3",
      "yes", "null", "\u{85}", "\u{2028}", "\u{A0}", "\u{FEFF}", "\u{7F}", "\u{1}", "\u{FFFE}", "=",
      "<<", ",", "e\u{301}", "\u{200B}", "word", "**bold**", "| a | b |", "    code",
    ]
    return (0..<Int.random(in: 0...6, using: &random))
      .compactMap { _ in pieces.randomElement(using: &random) }.joined()
  }

  /// A random mapping, and the same as JSON.
  private func mapping(
    _ random: inout SeededRandom, depth: Int = 0
  ) -> (lines: [YAMLValue.Line], json: JSON) {
    var lines: [YAMLValue.Line] = []
    var object = JSONObject()
    for _ in 0..<Int.random(in: depth == 0 ? 1...4 : 0...4, using: &random) {
      let key = text(&random)
      guard object[key] == nil else { continue }
      if Int.random(in: 0..<4, using: &random) == 0 { lines.append(.remark(text(&random))) }
      let (value, json) = value(&random, depth: depth)
      lines.append(.member(key, value))
      object[key] = json
    }
    if object.isEmpty, depth == 0 { return mapping(&random) }
    return (object.isEmpty ? [] : lines, .object(object))
  }

  private func value(
    _ random: inout SeededRandom, depth: Int
  ) -> (value: YAMLValue, json: JSON) {
    switch Int.random(in: 0..<(depth < 3 ? 8 : 6), using: &random) {
    case 6:
      let (lines, json) = mapping(&random, depth: depth + 1)
      return (.mapping(lines), json)
    case 7:
      let items = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        value(&random, depth: depth + 1)
      }
      return (.list(items.map(\.value)), .array(items.map(\.json)))
    default:
      let text = text(&random)
      return (.text(text), .string(text))
    }
  }

  private func json(_ node: YAMLNode) -> JSON {
    switch node.content {
    case .scalar(let scalar): scalar.isNull ? .null : .string(scalar.text)
    case .sequence(let items): .array(items.map(json))
    case .mapping(let entries):
      .object(JSONObject(entries.map { .init(key: $0.keyText ?? "?", value: json($0.value)) }))
    }
  }

  private static let documents: [(text: String, json: JSON)] = (0..<500).map { seed in
    var random = SeededRandom(seed: UInt64(seed))
    let (lines, json) = YAMLWriterTests().mapping(&random)
    return (YAMLWriter.text(lines), json)
  }

  @Test("what is written is read as it was")
  func roundTrip() {
    for (text, value) in Self.documents {
      var findings = DiagnosticList()
      let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
      let documents = YAMLParser.documents(in: file, diagnostics: &findings)
      #expect(findings.items.map(\.message) == [], "\(text)")
      #expect(documents.first?.root.map(json) == value, "\(text)")
    }
  }

  @Test(
    "PyYAML reads the same, and ruamel, as YAML 1.1 and as YAML 1.2",
    .enabled(if: PythonEnvironment.tools != nil, "no tools: run `make setup`"))
  func otherReaders() throws {
    let python = try #require(PythonEnvironment.tools)
    let answers = try python.answers(
      of: "read_yaml.py", to: Self.documents.map { .string($0.text) })
    #expect(answers.count == Self.documents.count)
    for ((text, value), answer) in zip(Self.documents, answers) {
      for reader in ["PyYAML", "ruamel 1.1", "ruamel 1.2"] {
        #expect(answer[reader] == value, "\(reader): \(text)")
      }
    }
  }
}
