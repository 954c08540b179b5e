import Diagnostics
import Foundation
import JSONDocuments
import ModelManifests
import TestSupport
import Testing

/// A validator of JSON Schema that is not ours judges the same texts as our decoder.
@Suite("Schema and decoder", .enabled(if: PythonEnvironment.tools != nil, "make setup installs it"))
struct SchemaAgreementTests {
  /// What the validator says of each document; nil for a text that its reader does not take.
  private func answers(_ texts: [String], _ schema: String = "manifest") throws -> [[[String]]?] {
    let python = try #require(PythonEnvironment.tools)
    let lines = texts.map { ["schema": .string(schema), "text": .string($0)] as JSON }
    return try python.answers(of: "validate.py", to: lines).map { answer in
      answer.array.map { $0.map { ($0.array ?? []).compactMap(\.string) } }
    }
  }

  private func errors(_ text: String) -> Set<DiagnosticCode> {
    var list = DiagnosticList()
    let file = SourceFile(path: "m.yaml", bytes: Array(text.utf8))
    let manifest = ManifestFile(file, diagnostics: &list)
    _ = RepeatedModels.removed(from: manifest.models, diagnostics: &list)
    return Set(list.items.filter { $0.severity == .error }.map(\.code))
  }

  @Test(
    "a null for a required key, a missing and an unknown one, a wrong kind and word: both refuse",
    arguments: [
      "name: ~\nalgorithm: a", "algorithm: a", "name: a", "name: a\nalgorithm: b\ncolour: red",
      "name: [a]\nalgorithm: b", "name: a\nalgorithm: b\nmlFeatures: {}",
      "name: a\nalgorithm: b\nmlFeatures: [{name: f, dataType: number}]",
      "name: a\nalgorithm: b\nmlFeatures: [{name: f}]", "- name: a",
      "name: a\nalgorithm: b\nservice: ~", "name: a\nalgorithm: b\ntags: [~]",
    ])
  func refused(text: String) throws {
    #expect(!errors(text).isEmpty)
    #expect(try answers([text]).first??.flatMap(\.self).isEmpty == false)
  }

  @Test("the documents of this repository are valid")
  func documents() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    func text(_ name: String) throws -> String {
      try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }
    #expect(try answers([text("ml_model.yaml")]) == [[[]]])
    #expect(try answers([text("mlcatalog.yaml")], "config") == [[[]]])
    let goldens = root.appending(path: "Tests/ReportingTests/Goldens")
    let names = try FileManager.default.contentsOfDirectory(atPath: goldens.path)
      .filter { $0.hasSuffix(".json") }
    let reports = try names.map {
      try String(contentsOf: goldens.appending(path: $0), encoding: .utf8)
    }.filter { $0.contains("\"schemaVersion\"") }
    #expect(reports.count > 5)
    for (name, answer) in zip(names, try answers(reports, "report")) {
      #expect(answer == [[]], "\(name)")
    }
  }
}
