import Diagnostics
import TestSupport
import Testing

@Suite("Findings as text")
struct DiagnosticRendererTests {
  @Test("a finding shows its place, its line with carets, hint and notes")
  func whole() throws {
    let text = try MarkedText(
      """
      serviceName: ⟦first⟧CustomMLService⟦/first⟧
      mlFeatures:
        - name: last_update_bucket
          featureSources:
            - name: orders
              dataSourceFqn: ⟦fqn⟧demo_pg.postgres.public.ordrs⟦/fqn⟧
      """)
    let finding = Diagnostic(
      .undefinedAlias, "no table 'demo_pg.postgres.public.ordrs' in the catalog",
      hint: "did you mean 'demo_pg.postgres.public.orders'?\nor leave the source out",
      at: try text.range(of: "fqn"),
      notes: [
        .init("the service is named here", at: try text.range(of: "first")),
        .init("the catalog is http://127.0.0.1:8585"),
      ])
    try expectGolden(render(finding, text), "whole.txt")
    try expectGolden(render(finding, text, usesColor: true), "whole-colored.txt")
  }

  @Test("carets stay under tabs, wide characters, accents and escaped characters")
  func alignment() throws {
    try expectGolden(
      [
        "\t\ta:\t⟦x⟧one⟦/x⟧",
        "模型 é: ⟦x⟧e\u{301}模😀⟦/x⟧ end",
        "a\u{1B}[0m\u{202E}: ⟦x⟧b\u{7}c⟦/x⟧",
        "⟦x⟧key⟦/x⟧: value",
        "name:⟦x⟧⟦/x⟧",
        "⟦x⟧⟦/x⟧",
      ].map(rendered).joined(), "alignment.txt")
  }

  @Test("a long line is cut around the carets")
  func longLines() throws {
    let words = String(repeating: "0123456789 ", count: 20)
    try expectGolden(
      [
        "⟦x⟧\(words)⟦/x⟧\(words)",
        "\(words)⟦x⟧here⟦/x⟧\(words)",
        "\(words)⟦x⟧\(words)⟦/x⟧",
        "\(words)⟦x⟧end⟦/x⟧",
        "\(String(repeating: "模", count: 300))⟦x⟧模⟦/x⟧\(words)",
      ].map(rendered).joined(), "long-lines.txt")
  }

  @Test("a line of megabytes is shown in a moment", .timeLimit(.minutes(1)))
  func hugeLine() throws {
    let half = String(repeating: "x", count: 2 << 20)
    let lines = try rendered("\(half)⟦x⟧y⟦/x⟧\(half)").split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 140 })
  }

  @Test("a range of several lines shows its first and its last")
  func severalLines() throws {
    try expectGolden(
      [
        "a:\n  ⟦x⟧- one\n  - two⟦/x⟧\n",
        "a: ⟦x⟧|\n  one\n  two\n  three\n⟦/x⟧b: 1",
        "\n\n\n\n\n\n\na: ⟦x⟧[1,\n 2,\n \t3]⟦/x⟧",
      ].map(rendered).joined(), "several-lines.txt")
  }

  @Test("without a place, or without the file, the words stand alone")
  func noSource() throws {
    let finding = Diagnostic(.yamlSyntax, "the server answered 500", hint: "try again")
    let text = try MarkedText("")
    #expect(
      render(finding, text) == "error[MLC101]: the server answered 500\nhint: try again\n")
    var elsewhere = finding
    elsewhere.hint = nil
    elsewhere.range = SourceRange(
      path: "other.yaml", start: Position(line: 3, column: 2), end: Position(line: 3, column: 4))
    #expect(render(elsewhere, text) == "other.yaml:3:2: error[MLC101]: the server answered 500\n")
  }

  @Test("a place beyond the end of its line or file is no trouble")
  func beyond() throws {
    let text = try MarkedText("ab\n")
    for (line, column) in [(1, 99), (2, 1), (3, 1), (99, 99)] {
      let range = SourceRange(
        path: text.file.path, start: Position(line: line, column: column),
        end: Position(line: line, column: column + 3))
      let lines = render(Diagnostic(.yamlSyntax, "x", at: range), text).split(separator: "\n")
      #expect(lines.first == "ml_model.yaml:\(line):\(column): error[MLC101]: x")
      #expect(lines.count == (line <= 2 ? 3 : 1))
    }
  }

  @Test("nothing of others starts a line or reaches the terminal")
  func hostileText() throws {
    let evil = "\u{1B}]0;x\u{7}\n::error::forged\r##vso[x]"
    let range = SourceRange(path: evil, start: .start, end: .start)
    let finding = Diagnostic(
      .yamlSyntax, evil, hint: evil, at: range, notes: [.init(evil, at: range)])
    let text = DiagnosticRenderer { path in
      SourceFile(path: path, bytes: Array("a\u{1B}[2Jb".utf8))
    }.text(finding)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") || $0.hasPrefix("##") })
  }

  @Test("the severity is a word, in colour or not", arguments: Severity.allCases)
  func severities(severity: Severity) throws {
    let finding = Diagnostic(.yamlSyntax, "x", severity: severity)
    let text = try MarkedText("")
    #expect(render(finding, text) == "\(severity.rawValue)[MLC101]: x\n")
    #expect(render(finding, text, usesColor: true).contains("\(severity.rawValue)[MLC101]"))
  }

  private func rendered(_ marked: String) throws -> String {
    let text = try MarkedText(marked)
    return render(Diagnostic(.yamlSyntax, "here", at: try text.range(of: "x")), text)
  }

  private func render(_ finding: Diagnostic, _ text: MarkedText, usesColor: Bool = false) -> String
  {
    DiagnosticRenderer(usesColor: usesColor) { $0 == text.file.path ? text.file : nil }
      .text(finding)
  }
}
