import Diagnostics
import Testing

@Suite("Lists of findings")
struct DiagnosticListTests {
  @Test("findings are shown by file, place and code; those without a place last")
  func sorting() {
    var list = DiagnosticList()
    list.append(Diagnostic(.yamlSyntax, "nowhere"))
    list.append(Diagnostic(.yamlSyntax, "b 1", at: range("b.yaml", 1)))
    list.append(Diagnostic(.notUTF8, "a 2, second code", at: range("a.yaml", 2)))
    list.append(Diagnostic(.yamlSyntax, "a 2", at: range("a.yaml", 2)))
    list.append(Diagnostic(.yamlSyntax, "a 1", at: range("a.yaml", 1)))
    list.append(Diagnostic(.yamlSyntax, "nowhere either"))
    #expect(
      list.sorted.map(\.message)
        == ["a 1", "a 2", "a 2, second code", "b 1", "nowhere", "nowhere either"])
  }

  @Test("a suppressed finding does not count")
  func suppressed() {
    var list = DiagnosticList()
    list.append(Diagnostic(.yamlSyntax, "x", severity: .warning))
    #expect(list.contains(atLeast: .warning))
    #expect(list.contains(atLeast: .note))
    #expect(!list.contains(atLeast: .error))
    list.rewrite { finding in
      var finding = finding
      finding.suppressed = true
      return finding
    }
    #expect(!list.contains(atLeast: .note))
    list.rewrite { _ in nil }
    #expect(list.items.isEmpty)
  }

  private func range(_ path: String, _ line: Int) -> SourceRange {
    let position = Position(line: line, column: 1)
    return SourceRange(path: path, start: position, end: position)
  }
}
