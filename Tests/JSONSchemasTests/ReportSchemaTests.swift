import Foundation
import JSONDocuments
import JSONSchemas
import Testing

/// A schema lets members be that it does not name; so that it names all of them is asked here.
@Suite("The schema of the report")
struct ReportSchemaTests {
  /// The reports among the goldens, of whatever test.
  static let reports: [String] = {
    let names = FileManager.default.enumerator(atPath: tests.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { name in
      guard name.hasSuffix(".json"), name.contains("Goldens/") else { return false }
      let report = try? report(name)
      return report?["schemaVersion"] != nil && report?["tool"] != nil
    }.sorted()
  }()

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func report(_ name: String) throws -> JSON {
    try JSON(parsing: Array(Data(contentsOf: tests.appending(path: name))))
  }

  @Test("there are reports of checks, of publications, of drift and of pull requests")
  func there() {
    for name in ["create", "created", "drift", "pull-request"] {
      #expect(Self.reports.contains { $0.hasSuffix("/\(name).json") }, "\(name)")
    }
  }

  @Test("it describes every key of a report", arguments: reports)
  func keys(name: String) throws {
    #expect(unknown(try Self.report(name), EditorSchema.report.document, "$") == [])
  }

  @Test("a key that it does not describe is found, however deep")
  func found() throws {
    let report: JSON = [
      "tool": ["name": "mlcatalog", "colour": "red"],
      "models": [["registered": ["size": 1], "changes": [["before": ["any": 1], "behind": 2]]]],
    ]
    #expect(
      unknown(report, EditorSchema.report.document, "$") == [
        "$.tool.colour", "$.models[].registered.size", "$.models[].changes[].behind",
      ])
  }

  /// The keys of a value that a schema does not describe.
  private func unknown(_ value: JSON, _ schema: JSON, _ path: String) -> [String] {
    if let choices = schema["anyOf"]?.array {
      // Of something or nothing, something is described by the first.
      return value == .null ? [] : unknown(value, choices.first ?? true, path)
    }
    if let items = value.array, let item = schema["items"] {
      return items.flatMap { unknown($0, item, path + "[]") }
    }
    guard let object = value.object, let properties = schema["properties"]?.object else {
      return []
    }
    return object.members.flatMap { member in
      properties[member.key].map { unknown(member.value, $0, "\(path).\(member.key)") }
        ?? ["\(path).\(member.key)"]
    }
  }
}
