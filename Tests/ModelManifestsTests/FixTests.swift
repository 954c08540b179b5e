import Diagnostics
import ModelManifests
import TestSupport
import Testing

@Suite("Fixes of a manifest's text")
struct FixTests {
  /// The text with all fixes that it can take.
  private func mended(_ text: String, _ kind: FixableFile.Kind = .manifest) -> String {
    let file = SourceFile(path: "ml_model.yaml", bytes: Array(text.utf8))
    var list = DiagnosticList()
    switch kind {
    case .manifest: _ = ManifestFile(file, diagnostics: &list)
    case .projectConfig: _ = ProjectConfig(file, diagnostics: &list)
    }
    let edits = FixableFile(file, kind).edits(for: list.sorted).flatMap(\.self)
    return file.applying(Array(Set(edits)))?.text ?? "edits that do not fit"
  }

  private let head = "name: churn\nalgorithm: XGBoost\n"

  @Test("misspelt keys and words are mended where they stand, and all else stays byte for byte")
  func names() {
    let text = """
      # what it is
      name:   churn      # padded
      algoritm: "XGBoost"

      descripton: |
        Text, with `algoritm:` in it.
      'teir': Tier.Tier1
      mlFeatures:
        - {name: age, dataTyp: "Numerical"}   # flow
        -   name: plan
            dataType: 'categoric'
            featureSources:
              - name: premium
                dataType: bool

      """
    #expect(
      mended(text)
        == text.replacing("algoritm: \"", with: "algorithm: \"").replacing(
          "descripton", with: "description"
        )
        .replacing("teir", with: "tier").replacing("dataTyp:", with: "dataType:")
        .replacing("categoric'", with: "categorical'")
        .replacing("dataType: bool", with: "dataType: boolean"))
  }

  @Test("what is added stands behind the whole line, also when not all of it may be shown")
  func behindSecrets() {
    let text = """
      name: churn
      mlFeatures:
      - name: age
        featureSources:
        - name: years # of https://ana:hunter2@example.com
          dataSourceFqn: a.b.c.d

      """
    let file = SourceFile(path: "ml_model.yaml", bytes: Array(text.utf8))
    let place = SourceRange(
      path: file.path, start: Position(line: 5, column: 11), end: Position(line: 5, column: 16))
    let finding = Diagnostic(
      .sourceWithoutType, "no type", at: place,
      fix: .add(key: "dataType", value: "integer", beside: "years"))
    let edits = FixableFile(file, .manifest).edits(for: [finding]).flatMap(\.self)
    #expect(
      file.applying(edits)?.text
        == text.replacing("example.com\n", with: "example.com\n    dataType: integer\n"))
  }

  @Test("the ends of lines, a byte order mark and tabs stay")
  func bytes() {
    for end in ["\r\n", "\r", "\n"] {
      let text = "\u{FEFF}name:\tchurn\(end)algoritm:\tx # é\u{2028}\(end)\(end)tier:\tTier2"
      let expected = text.replacing("algoritm", with: "algorithm")
        .replacing("Tier2", with: "Tier.Tier2")
      #expect(Array(mended(text).utf8) == Array(expected.utf8))
    }
  }

  @Test(
    "what may be meant otherwise, or cannot be written safely, is left to a person",
    arguments: [
      "domian: a\ndomain: b\n",
      "domian: a\ndomains: [b]\n",
      "descripton: a\ndescriptoin: b\n",
      "colour: red\n",
      "x-kind: &k numericl\nmlFeatures:\n- {name: a, dataType: *k}\n",
      "mlFeatures:\n- {name: a, dataType: &k numericl}\n- {name: b, dataType: *k}\n",
      "mlFeatures:\n- name: a\n  dataType: |-\n    numericl\n",
      "x-f: &f {dataType: numerical}\nmlFeatures:\n- {name: a, <<: *f, dataTyp: categorical}\n",
    ])
  func left(text: String) {
    let before = head + text
    let after = mended(before)
    if text.hasPrefix("descripton") {
      // Of two keys that mean the same one may have the name.
      #expect(after == head + "description: a\ndescriptoin: b\n")
    } else {
      #expect(after == before)
    }
  }

  @Test(
    "a value with an anchor or a tag, over two lines, or behind a merge key used once is mended")
  func properties() {
    let text =
      head + """
        x-base: &base {dataTyp: categorical}
        mlFeatures:
          - {name: a, dataType: &kind !!str numericl}
          - {name: b, <<: *base}

        """
    #expect(
      mended(text)
        == text.replacing("dataTyp:", with: "dataType:").replacing("numericl", with: "numerical"))
    let config = "severity:\n  MLC-237: \"of\n\n    f\"\n"
    #expect(mended(config, .projectConfig) == "severity:\n  MLC237: \"off\"\n")
  }

  @Test("a key that becomes known may show what is wrong below it, and is mended all the same")
  func uncovered() {
    let text = head + "mlFeature:\n- {name: a, dataType: numericl}\n"
    #expect(mended(text) == text.replacing("mlFeature:", with: "mlFeatures:"))
    #expect(
      mended(mended(text))
        == text.replacing("mlFeature:", with: "mlFeatures:").replacing(
          "numericl", with: "numerical")
    )
  }

  @Test("a text that is no YAML is never changed")
  func unreadable() {
    let text = head + "descripton: [\n"
    #expect(mended(text) == text)
  }

  @Test("a project config is mended too")
  func projectConfig() {
    let text = "manifest: [a.yaml]\nseverity: {237: Warning}\n"
    #expect(
      mended(text, .projectConfig) == "manifests: [a.yaml]\nseverity: {MLC237: warning}\n")
  }

  @Test("a large file full of mistakes is mended in reasonable time", .timeLimit(.minutes(1)))
  func manyMistakes() {
    let features = (0..<500).map { "- {name: f\($0), dataTyp: numericl}\n" }.joined()
    let text = head + "mlFeatures:\n" + features
    #expect(
      mended(mended(text))
        == text.replacing("dataTyp:", with: "dataType:").replacing("numericl", with: "numerical"))
    let clashing = (0..<500).map { "- {name: f\($0), dataType: numerical, dataTyp: x}\n" }.joined()
    #expect(mended(head + "mlFeatures:\n" + clashing) == head + "mlFeatures:\n" + clashing)
  }
}
