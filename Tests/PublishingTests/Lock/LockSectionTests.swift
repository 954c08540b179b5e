import JSONDocuments
import Reconciler
import Testing

@testable import Publishing

@Suite("Sections of a lock")
struct LockSectionTests {
  private func section(_ text: String) throws -> LockSection {
    LockSection(try #require(try JSON(parsing: text).object))
  }

  private func details(_ old: String, _ new: String, in kind: String) throws -> [String] {
    let comparison = LockComparison(
      try section(#"{"\#(kind)": {"t": \#(old)}}"#), try section(#"{"\#(kind)": {"t": \#(new)}}"#),
      prose: [], at: ["project"])
    let difference = comparison.differences.first
    guard case .changed(let details)? = difference?.change else { return [] }
    #expect(difference?.isTelling == !details.isEmpty)
    #expect(difference?.pointer == ["project", kind, "t"])
    return details
  }

  private static let table = #"{"id": "1", "version": 0.1, "columns": [COLUMNS]}"#
  private static let column = #"{"name": "a", "dataType": "INT"}"#

  @Test(
    "what moved of a table is said column by column",
    arguments: [
      (#"{"name": "a", "dataType": "BIGINT"}"#, ["the column `a` is BIGINT, INT in the lock"]),
      (
        #"{"name": "a", "dataType": "INT", "tags": ["PII.None"]}"#,
        ["the column `a` has the tags PII.None now"]
      ),
      (
        column + #", {"name": "b", "dataType": "DATE"}"#, ["the column `b` (DATE) is new"]
      ),
      (
        #"{"name": "b", "dataType": "INT"}"#,
        ["the column `a` is gone", "the column `b` (INT) is new"]
      ),
      (
        #"{"name": "a", "dataType": "INT", "children": [{"name": "c", "dataType": "INT"}]}"#,
        ["the column `a` changed"]
      ),
    ])
  func columns(new: String, told: [String]) throws {
    let old = Self.table.replacing("COLUMNS", with: Self.column)
    #expect(
      try details(old, Self.table.replacing("COLUMNS", with: new), in: "tables") == told)
  }

  @Test("a version, by which a table counts the words about it, is no difference that tells")
  func version() throws {
    let old = Self.table.replacing("COLUMNS", with: Self.column)
    #expect(try details(old, old.replacing("0.1", with: "0.2"), in: "tables") == [])
  }

  @Test("what came, went, was deleted or is another is said in words")
  func others() throws {
    let there = #"{"id": "1"}"#
    let missing = #"{"missing": true, "suggestions": ["x"]}"#
    #expect(try details(there, missing, in: "tags") == ["it is not there any more"])
    #expect(try details(missing, there, in: "tags") == ["it is there now"])
    #expect(try details(missing, #"{"missing": true}"#, in: "tags") == [])
    #expect(
      try details(there, #"{"id": "1", "deleted": true}"#, in: "tables") == ["it was deleted"])
    #expect(
      try details(there, #"{"id": "2"}"#, in: "users") == ["its `id` is 2, 1 in the lock"])
    #expect(
      try details(
        #"{"version": "7", "signature": {"inputs": []}}"#,
        #"{"version": "8", "signature": {"inputs": [{"name": "a"}]}}"#, in: "registrations")
        == ["its `signature` changed", "its `version` is 8, 7 in the lock"])
  }

  @Test("a part over all keeps what the part does not name, and takes custom properties as a whole")
  func overlaid() throws {
    let all = try section(
      """
      {"openMetadata": "1.5.10", "tables": {"a": 1, "b": 1}, "customProperties": {"x": 1},
        "entities": {"domain": {"d": 1}, "dashboard": {"e": 1}}, "users": {"u": 1},
        "prose": {"m": {"description": 1}, "n": {"description": 1}}}
      """)
    let part = try section(
      """
      {"openMetadata": "1.5.11", "tables": {"b": 2, "c": 2}, "customPropertiesForbidden": "no",
        "entities": {"domain": {"f": 2}}, "prose": {"m": {"displayName": 2}}}
      """)
    let expected = try section(
      """
      {"openMetadata": "1.5.11", "tables": {"a": 1, "b": 2, "c": 2}, "users": {"u": 1},
        "customPropertiesForbidden": "no",
        "entities": {"domain": {"d": 1, "f": 2}, "dashboard": {"e": 1}},
        "prose": {"m": {"displayName": 2}, "n": {"description": 1}}}
      """)
    #expect(all.overlaid(by: part).document == expected.document)
    #expect(part.overlaid(by: part).document == part.document)
  }
}
