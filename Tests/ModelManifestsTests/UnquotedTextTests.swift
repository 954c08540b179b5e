import Diagnostics
import ModelManifests
import TestSupport
import Testing

@Suite("Texts that other readers take for something else")
struct UnquotedTextTests {
  private func fixes(
    _ text: String, _ kind: FixableFile.Kind = .manifest
  ) -> [(Fix?, String?)] {
    let file = SourceFile(path: "ml_model.yaml", bytes: Array(text.utf8))
    return UnquotedText.findings(in: file, kind).map { ($0.fix, $0.fieldPath) }
  }

  @Test(
    "a text is to be quoted",
    arguments: [
      "1.10", "yes", "No", "true", "2026-11-21", "007", "1_000", "12:30", "0x1F", ".5", "1e3",
    ])
  func text(value: String) {
    let found = fixes("name: churn\ntarget: \(value)\n")
    #expect(found.map(\.0) == [.quote(value)])
    #expect(found.map(\.1) == ["target"])
  }

  @Test("what others read as it is written stays", arguments: ["3", "0", "-7", "churn", "y", "~"])
  func same(value: String) {
    #expect(fixes("target: \(value)\n").isEmpty)
  }

  @Test("what has quotes, a tag or an alias, and what may be anything, stays")
  func others() {
    #expect(fixes("target: '1.10'\nserver: \"yes\"\ndescription: |\n  1.10\n").isEmpty)
    #expect(fixes("target: !!str 1.10\nserver: *a\n").isEmpty)
    #expect(fixes("x-a: &a 1.10\ntarget: *a\nextension: {reviewed: 2026-11-21}\n").isEmpty)
    #expect(fixes("x-own: yes\ntarget: [\n").isEmpty)
    #expect(fixes("severity: {MLC237: off}\n", .projectConfig).isEmpty)
  }

  @Test("numbers and truth values of hyper-parameters stay, unless they are others than they look")
  func hyperParameters() {
    for value in ["0.30", "1e-3", "true", "3"] {
      #expect(fixes("mlHyperParameters: [{name: a, value: \(value)}]").isEmpty, "\(value)")
    }
    for value in ["007", "yes", "2026-11-21", "1:30", "1_000"] {
      #expect(fixes("mlHyperParameters: [{name: a, value: \(value)}]").count == 1, "\(value)")
    }
  }

  @Test("lists, records and the project config are looked through")
  func inside() {
    let found = fixes("tags: [a.b, 1.10]\nmlFeatures:\n- {name: 1.5, featureSources: [{name: on}]}")
    #expect(
      found.map(\.1) == ["tags[2]", "mlFeatures[1].name", "mlFeatures[1].featureSources[1].name"])
    let config = fixes("environments: {dev: {serviceAliases: {a: 1.10}}}", .projectConfig)
    #expect(config.map(\.0) == [.quote("1.10")])
  }
}
