import Diagnostics
import Foundation
import JSONDocuments
import JSONSchemas
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

  /// The codes of the errors that the decoder finds.
  private func errors(_ text: String, _ schema: EditorSchema = .manifest) -> Set<DiagnosticCode> {
    var list = DiagnosticList()
    let file = SourceFile(path: "m.yaml", bytes: Array(text.utf8))
    if schema == .config {
      _ = ProjectConfig(file, diagnostics: &list)
    } else {
      let manifest = ManifestFile(file, diagnostics: &list)
      _ = RepeatedModels.removed(from: manifest.models, diagnostics: &list)
    }
    return Set(list.items.filter { $0.severity == .error }.map(\.code))
  }

  /// Why the decoder refuses what the schema takes.
  private static let inexpressible: [DiagnosticCode: String] = [
    .conflictingKeys: "two keys that exclude each other: an editor could not say which",
    .repeatedName: "a schema compares whole items, not their names",
    .repeatedMember: "`[7, \"7\"]` are one text twice, and two values to a schema",
    .contradictoryMembers: "what one item means depends on another",
    .invalidName: "counts UTF-16, and knows Unicode's control characters",
    .invalidFullName: "names with quoted parts are nested, and no regular language",
    .invalidTag: "as full names are",
    .invalidTableName: "as full names are",
    .invalidOwner: "e-mail addresses, and prefixes that are misspelt",
    .invalidURL: "what a URL is, and what is a password in it",
    .invalidRegistration: "the rules of registries, which differ by key and by Unicode",
    .invalidFieldPath: "paths through the manifest's own table",
    .unknownSuppressedCode: "codes are added with every release, and schemas stay",
    .fixedCode: "as codes that are not known",
    .configInvalidFieldPath: "paths through the manifest's own table",
    .configUnknownCode: "codes are added with every release, and schemas stay",
    .configFixedCode: "as codes that are not known",
  ]

  @Test(
    "the schema refuses generated files where the decoder does, but for rules it cannot tell",
    arguments: [(EditorSchema.manifest, 700, 45), (.config, 400, 20)])
  func generated(schema: EditorSchema, count: Int, fields: Int) throws {
    let isConfig = schema == .config
    var generator = FileGenerator(seed: 20_261_121, takesAnyText: !isConfig)
    let table = isConfig ? ManifestFields.projectConfig : ManifestFields.model
    let texts = (0..<count).map { generator.text(table, mistakes: [0, 1, 1, 2][$0 % 4]) }
    var refusals = 0
    for (text, answer) in zip(texts, try answers(texts, schema.rawValue)) {
      let messages = try #require(answer, "no YAML to others: \(text)").flatMap(\.self)
      let codes = errors(text, schema).subtracting(Self.inexpressible.keys)
      if !codes.isEmpty { refusals += 1 }
      #expect(messages.isEmpty == codes.isEmpty, "\(text)\n\(codes) \(messages)")
    }
    #expect(refusals > count / 8 && refusals < count * 3 / 4, "\(refusals)")
    #expect(generator.mistaken.count >= fields, "\(generator.mistaken.sorted())")
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
      (name: $0, text: try String(contentsOf: goldens.appending(path: $0), encoding: .utf8))
    }.filter { $0.text.contains("\"schemaVersion\"") }
    #expect(reports.count > 5)
    for (name, answer) in zip(reports.map(\.name), try answers(reports.map(\.text), "report")) {
      #expect(answer == [[]], "\(name)")
    }
  }
}
