import Diagnostics
import Foundation
import Testing

/// Every code of the catalogue is expected of some run or function by a test.
///
/// A golden expects the codes of the findings in it, `error[MLC264]` in a text or a value of JSON.
/// The code of a test expects those that it writes, by their number or by the name that
/// ``DiagnosticCode`` gives them, unless it hands them in: to a finding that it makes itself, to the
/// keys `severity:` and `suppress:` of its input, or to `explain`. A name that something else has too
/// counts only beside a word that says that it is a code; remarks never do.
@Suite("Codes of findings")
struct ProducedCodesTests {
  @Test("each code is produced by a test")
  func produced() throws {
    let expected = try Self.expectedByGoldens().union(try Self.expectedByCode())
    let missing = Set(DiagnosticCatalogue.entries.map(\.code)).subtracting(expected)
    #expect(missing.map(\.rawValue).sorted() == [])
  }

  private static func expectedByGoldens() throws -> Set<DiagnosticCode> {
    var codes: Set<DiagnosticCode> = []
    for path in Repository.paths(below: "Tests") where path.contains("/Goldens/") {
      let file = Repository.root.appending(path: path)
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      let findings = text.matches(of: /(?:(?:error|warning|note)\[|: ?")(MLC\d{3})[\]"]/)
      codes.formUnion(findings.map { DiagnosticCode(rawValue: String($0.output.1)) })
    }
    return codes
  }

  private static func expectedByCode() throws -> Set<DiagnosticCode> {
    let names = try codesByName()
    var codes: Set<DiagnosticCode> = []
    let files = Repository.files(below: "Tests").filter { $0.name != "ProducedCodesTests" }
    let others = try otherNames()
    for line in files.flatMap(\.lines)
    where !line.contains("Diagnostic(") && !line.contains(/^\s*\/\//) {
      let speaksOfCodes = line.contains(/[cC]ode/)
      for match in line.matches(of: /(?:^|[\s(\[]|DiagnosticCode)\.(\w+)\b(?!\()/) {
        let name = String(match.output.1)
        if let code = names[name], speaksOfCodes || !others.contains(name) { codes.insert(code) }
      }
      if line.contains(/severity:|suppress|code: MLC|explain/) { continue }
      let numbers = line.matches(of: /(MLC\d{3})(?![\d:])/)
      codes.formUnion(numbers.map { DiagnosticCode(rawValue: String($0.output.1)) })
    }
    return codes
  }

  /// The names of everything else that is written with a dot before it.
  private static func otherNames() throws -> Set<String> {
    let lines = Repository.files(below: "Sources").filter { !$0.path.contains("/Catalogue/") }
      .flatMap(\.lines)
    let declarations = lines.flatMap {
      $0.matches(of: /\b(?:case|static (?:let|var|func)) (\w+)/)
    }
    let names = Set(declarations.map { String($0.output.1) })
    try #require(names.contains("notFound"))
    return names
  }

  /// The codes by the names that the catalogue's source gives them.
  private static func codesByName() throws -> [String: DiagnosticCode] {
    var names: [String: DiagnosticCode] = [:]
    for line in Repository.files(below: "Sources/Diagnostics/Catalogue").flatMap(\.lines) {
      let declaration = /static let (\w+) = DiagnosticCode\(rawValue: "(MLC\d{3})"\)/
      guard let match = line.firstMatch(of: declaration) else { continue }
      names[String(match.output.1)] = DiagnosticCode(rawValue: String(match.output.2))
    }
    try #require(names.count == DiagnosticCatalogue.entries.count)
    return names
  }
}
