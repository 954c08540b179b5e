import Diagnostics
import ModelManifests
import Testing

@Suite("The field table")
struct FieldTableTests {
  @Test("the example of every key decodes without a finding")
  func modelExamples() throws {
    for field in ManifestFields.model {
      let others = ["name: churn", "algorithm: XGBoost"].filter { !$0.hasPrefix("\(field.key):") }
      let text = (others + ["\(field.key): \(field.example)"]).joined(separator: "\n")
      let manifest = try ManifestCase(text)
      #expect(manifest.findings.map(\.message) == [], "\(text)")
    }
  }

  @Test("the example of every key of the project config decodes without a finding")
  func configExamples() {
    for field in ManifestFields.projectConfig {
      let text = "\(field.key): \(field.example)"
      var list = DiagnosticList()
      _ = ProjectConfig(
        SourceFile(path: "mlcatalog.yaml", bytes: Array(text.utf8)), diagnostics: &list)
      #expect(list.items.map(\.message) == [], "\(text)")
    }
  }

  @Test("the example of every key inside a record decodes without a finding")
  func innerExamples() throws {
    try check(ManifestFields.model, around: { $0 }, given: ["name: churn", "algorithm: XGBoost"])
  }

  /// Writes each key of a record into a text that `around` makes of it, down to the innermost.
  private func check(
    _ fields: [FieldDescription], around: @escaping (String) -> String, given: [String]
  ) throws {
    for field in fields {
      let inner: [FieldDescription]
      let isList: Bool
      switch field.shape {
      case .record(let fields): (inner, isList) = (fields, false)
      case .list(.record(let fields)): (inner, isList) = (fields, true)
      default: continue
      }
      let siblings = given.filter { !$0.hasPrefix("\(field.key):") }
      let wrap = { (text: String) in
        let value = isList ? "[{\(text)}]" : "{\(text)}"
        let line = "\(field.key): \(value)"
        return around(
          (siblings + [line]).joined(separator: siblings.contains("name: churn") ? "\n" : ", "))
      }
      let required = inner.filter(\.isRequired).map { "\($0.key): \($0.example)" }
      for row in inner {
        let others = (required + selectors(beside: row.key, in: inner))
          .filter { !$0.hasPrefix("\(row.key):") }
        let text = wrap((others + ["\(row.key): \(row.example)"]).joined(separator: ", "))
        #expect(try ManifestCase(text).findings.map(\.message) == [], "\(text)")
      }
      try check(inner, around: wrap, given: required)
    }
  }

  /// What a registered model needs beside a key so that a version is chosen, once.
  private func selectors(beside key: String, in fields: [FieldDescription]) -> [String] {
    guard fields.contains(where: { $0.key == "model" }) else { return [] }
    return ["version", "alias", "label"].contains(key) ? [] : ["version: 3"]
  }

  @Test("rows are complete and their keys differ")
  func rows() {
    for fields in [ManifestFields.model, ManifestFields.projectConfig] {
      #expect(Set(fields.map(\.key)).count == fields.count)
      #expect(fields.allSatisfy { !$0.summary.isEmpty && !$0.example.isEmpty })
      #expect(fields.allSatisfy { !($0.isRequired && $0.isNullable) })
    }
  }
}
