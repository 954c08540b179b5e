import Diagnostics
import Testing

@Suite("The catalogue of codes")
struct CatalogueTests {
  @Test("codes are unique and in order")
  func order() {
    let codes = DiagnosticCatalogue.entries.map(\.code)
    #expect(!codes.isEmpty)
    #expect(zip(codes, codes.dropFirst()).allSatisfy { $0 < $1 }, "\(codes.map(\.rawValue))")
  }

  @Test("every code is MLC and three digits", arguments: DiagnosticCatalogue.entries)
  func form(entry: DiagnosticEntry) {
    let code = entry.code.rawValue
    #expect(code.wholeMatch(of: /MLC[1-9][0-9]{2}/) != nil, "\(code)")
  }

  @Test("every code is explained in full", arguments: DiagnosticCatalogue.entries)
  func texts(entry: DiagnosticEntry) {
    let texts = [entry.title, entry.cause, entry.example, entry.remedy]
    for text in texts { #expect(text.contains { $0.isLetter }, "\(entry.code.rawValue): \(texts)") }
    #expect(!entry.title.hasSuffix("."), "\(entry.code.rawValue)")
    #expect(!entry.title.contains("\n"), "\(entry.code.rawValue)")
  }

  @Test("a finding has the severity of the catalogue unless it is given one")
  func severity() throws {
    let entry = try #require(DiagnosticCatalogue.entries.first)
    #expect(Diagnostic(entry.code, "x").severity == entry.severity)
    #expect(Diagnostic(entry.code, "x", severity: .note).severity == .note)
    #expect(DiagnosticCatalogue.entry(for: entry.code)?.title == entry.title)
    #expect(DiagnosticCatalogue.entry(for: DiagnosticCode(rawValue: "MLC000")) == nil)
  }
}
