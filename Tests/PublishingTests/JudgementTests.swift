import Diagnostics
import ModelManifests
import Testing

@testable import Publishing

@Suite("What a project may make of findings")
struct JudgementTests {
  private static let silenced = """
    name: churn
    algorithm: A
    suppress:
      - {code: MLC300, reason: we know}
      - {code: MLC301, reason: we know}
    """

  /// What is left of a finding after the files had their say.
  private func judged(
    _ code: DiagnosticCode, severity: String? = nil, manifest: String = "name: churn\n",
    hasGate: Bool
  ) -> Diagnostic? {
    var diagnostics = DiagnosticList()
    let file = ManifestFile(
      SourceFile(path: "ml_model.yaml", bytes: Array(manifest.utf8)), diagnostics: &diagnostics)
    let text = severity.map { "severity: {\(code.rawValue): \($0)}\n" } ?? ""
    let config = ProjectConfig(
      SourceFile(path: "mlcatalog.yaml", bytes: Array(text.utf8)), diagnostics: &diagnostics)
    let judgement = Judgement(
      config: config, models: file.models, threshold: .error, hasGate: hasGate)
    var findings = DiagnosticList()
    findings.append(Diagnostic(code, "m", fieldPath: "registry", model: "CustomMLService.churn"))
    judgement.apply(to: &findings, isComplete: true)
    return findings.items.first { $0.code == code }
  }

  @Test(
    "what a gate depends on is for no file to silence, and without a gate it is",
    arguments: [DiagnosticCode.registeredVersionDiffers, .registeredVersionNotReady])
  func gate(_ code: DiagnosticCode) {
    #expect(judged(code, severity: "off", hasGate: false) == nil)
    #expect(judged(code, severity: "off", hasGate: true)?.severity == .error)
    #expect(judged(code, severity: "note", hasGate: true)?.severity == .error)
    #expect(judged(code, manifest: Self.silenced, hasGate: false)?.suppressed == true)
    #expect(judged(code, manifest: Self.silenced, hasGate: true)?.suppressed == false)
  }

  @Test(
    "the gate's own findings are fixed, whatever the files and the options say",
    arguments: [DiagnosticCode.requiredAliasMissing, .requiredStageMissing])
  func ownFindings(_ code: DiagnosticCode) {
    #expect(judged(code, severity: "off", hasGate: true)?.severity == .error)
    let manifest = "name: churn\nalgorithm: A\nsuppress: [{code: \(code.rawValue), reason: x}]\n"
    #expect(judged(code, manifest: manifest, hasGate: true)?.suppressed == false)
    for threshold in FailureThreshold.allCases {
      #expect(threshold.blocks(Diagnostic(code, "m")))
    }
  }
}
