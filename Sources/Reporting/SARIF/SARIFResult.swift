import Diagnostics
import FullyQualifiedNames
import HTTPClient
import JSONDocuments

/// A finding as one of SARIF's results.
struct SARIFResult {
  let finding: ReportedFinding
  let rules: SARIFRules
  let context: ReportContext

  /// The result.
  var document: JSON {
    var object = JSONObject()
    object["ruleId"] = .string(finding.code)
    object["ruleIndex"] = rules.index(of: finding.diagnostic.code)
    object["level"] = .string(finding.severity.rawValue)
    object["message"] = ["text": .string(message)]
    object["locations"] = .array(
      finding.place.map { [["physicalLocation": physicalLocation($0)]] } ?? [])
    let related = finding.diagnostic.notes.compactMap { relatedLocation($0) }
    if !related.isEmpty { object["relatedLocations"] = .array(related) }
    object["partialFingerprints"] = ["primaryLocationLineHash": .string(finding.fingerprint + ":1")]
    if finding.diagnostic.suppressed { object["suppressions"] = [["kind": "inSource"]] }
    if let fix { object["fixes"] = [fix] }
    return .object(object)
  }

  /// Brackets before parentheses would be a link to a place (SARIF 2.1.0 §3.11.6).
  private var message: String {
    finding.text.replacing("](", with: "\\](")
  }

  private func physicalLocation(_ place: ReportedFinding.Place) -> JSON {
    // Code scanning shows nothing without a line.
    let start = Position.start
    let range = place.range ?? SourceRange(path: "", start: start, end: start)
    return [
      "artifactLocation": artifactLocation(place.path),
      "region": region(range, hasColumns: place.range != nil),
    ]
  }

  private func region(_ range: SourceRange, hasColumns: Bool = true) -> JSON {
    var object = JSONObject()
    object["startLine"] = .number(JSONNumber(range.start.line))
    if hasColumns {
      object["startColumn"] = .number(JSONNumber(range.start.column))
      object["endLine"] = .number(JSONNumber(range.end.line))
      object["endColumn"] = .number(JSONNumber(range.end.column))
    }
    return .object(object)
  }

  private func artifactLocation(_ path: RepositoryPath) -> JSON {
    let uri = path.text.split(separator: "/", omittingEmptySubsequences: false)
      .map { PercentEncoding.segment(String($0)) }.joined(separator: "/")
    return path.isInside
      ? ["uri": .string(uri), "uriBaseId": "%SRCROOT%"] : ["uri": .string("file://" + uri)]
  }

  private func relatedLocation(_ note: Diagnostic.Note) -> JSON? {
    guard let range = note.range else { return nil }
    return [
      "message": ["text": .string(context.visible(note.message))],
      "physicalLocation": [
        "artifactLocation": artifactLocation(context.located(range.path)), "region": region(range),
      ],
    ]
  }

  /// The edits of the finding; nil when one would write a secret's mark into the file.
  private var fix: JSON? {
    let edits = finding.diagnostic.edits
    guard let path = edits.first?.range.path,
      edits.allSatisfy({ $0.range.path == path && isHarmless($0.replacement) })
    else { return nil }
    return [
      "description": ["text": .string(finding.remarks.first ?? finding.message)],
      "artifactChanges": [
        [
          "artifactLocation": artifactLocation(context.located(path)),
          "replacements": .array(
            edits.map { edit in
              [
                "deletedRegion": region(edit.range),
                "insertedContent": ["text": .string(edit.replacement)],
              ]
            }),
        ]
      ],
    ]
  }

  private func isHarmless(_ text: String) -> Bool { context.redactor.redact(text) == text }
}
