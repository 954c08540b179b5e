import Diagnostics
import JSONDocuments

/// How a plan writes and reads findings, with their places.
enum PlannedFinding {
  static func document(_ finding: Diagnostic) -> JSON {
    .object(
      JSONObject(given: [
        "code": .string(finding.code.rawValue), "severity": .string(finding.severity.rawValue),
        "message": .string(finding.message), "hint": finding.hint.map { .string($0) },
        "place": finding.range.map { document($0) },
        "notes": finding.notes.isEmpty
          ? nil
          : .array(
            finding.notes.map { note in
              .object(
                JSONObject(given: [
                  "message": .string(note.message), "place": note.range.map { document($0) },
                ]))
            }),
        "fieldPath": finding.fieldPath.map { .string($0) },
        "model": finding.model.map { .string($0) },
        "suppressed": finding.suppressed ? true : nil,
      ]))
  }

  static func finding(_ entry: RecordedValue) throws(RecordShapeError) -> Diagnostic {
    var finding = Diagnostic(
      DiagnosticCode(rawValue: try entry.text("code")), try entry.text("message"),
      severity: try entry.choice("severity"), hint: try entry.optionalText("hint"),
      at: try place(entry), fieldPath: try entry.optionalText("fieldPath"),
      model: try entry.optionalText("model"))
    finding.notes = try entry.list("notes").map { note throws(RecordShapeError) in
      Diagnostic.Note(try note.text("message"), at: try place(note))
    }
    finding.suppressed = try entry.flag("suppressed")
    return finding
  }

  /// `path`, and the lines and columns of both ends.
  static func document(_ range: SourceRange) -> JSON {
    [
      "path": .string(range.path), "line": .number(JSONNumber(range.start.line)),
      "column": .number(JSONNumber(range.start.column)),
      "endLine": .number(JSONNumber(range.end.line)),
      "endColumn": .number(JSONNumber(range.end.column)),
    ]
  }

  /// The member `place` of an entry.
  static func place(_ entry: RecordedValue) throws(RecordShapeError) -> SourceRange? {
    guard let place = entry.given("place") else { return nil }
    return try range(place)
  }

  static func range(_ entry: RecordedValue) throws(RecordShapeError) -> SourceRange {
    SourceRange(
      path: try entry.text("path"),
      start: Position(line: try entry.integer("line"), column: try entry.integer("column")),
      end: Position(line: try entry.integer("endLine"), column: try entry.integer("endColumn")))
  }
}
