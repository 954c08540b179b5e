import Diagnostics
import ModelManifests
import TestSupport
import Testing

/// A manifest with marks in its text, and what decoding makes of it.
struct ManifestCase {
  let marked: MarkedText
  let file: ManifestFile
  let findings: [Diagnostic]

  init(_ text: String, config: ProjectConfig = ProjectConfig()) throws {
    marked = try MarkedText(text)
    var list = DiagnosticList()
    file = ManifestFile(marked.file, config: config, diagnostics: &list)
    findings = list.sorted
  }

  /// A model that is complete but for what `text` says.
  init(model text: String, config: ProjectConfig = ProjectConfig()) throws {
    try self.init("name: churn\nalgorithm: XGBoost\n" + text, config: config)
  }

  /// The only model.
  var model: ModelManifest {
    get throws { try #require(file.models.first) }
  }

  /// The place between a mark and its end.
  func range(of mark: String) throws -> SourceRange {
    try marked.range(of: mark)
  }

  /// Checks that there is exactly one finding, of this code, on the marked text.
  @discardableResult
  func expectOnly(
    _ code: DiagnosticCode, at mark: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Diagnostic {
    let finding = try #require(findings.first, sourceLocation: sourceLocation)
    #expect(findings.map(\.code) == [code], sourceLocation: sourceLocation)
    #expect(finding.range == (try marked.range(of: mark)), sourceLocation: sourceLocation)
    return finding
  }

  /// Checks that nothing was found.
  func expectNothing(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(findings.map(\.message) == [], sourceLocation: sourceLocation)
  }
}
