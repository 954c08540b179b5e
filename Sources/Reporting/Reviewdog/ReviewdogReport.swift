import Diagnostics
import HTTPClient
import JSONDocuments
public import Publishing

/// Findings as `reviewdog` reads them, the format `rdjson`
/// (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf): columns count UTF-8 bytes.
public struct ReviewdogReport: Sendable {
  private let context: ReportContext
  private let files: [String: SourceFile]

  /// Makes reports.
  public init(_ context: ReportContext) {
    self.context = context
    files = Dictionary(context.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The report's text.
  public func text(_ result: RunResult) -> String {
    let findings = FindingList(result, context).active
    let document: JSON = [
      "source": ["name": .string(context.tool.name)],
      "diagnostics": .array(findings.map { diagnostic($0) }),
    ]
    return document.redacted(by: context.redactor).text(.readable) + "\n"
  }

  private func diagnostic(_ finding: ReportedFinding) -> JSON {
    var object = JSONObject()
    object["message"] = .string(finding.text)
    object["severity"] = .string(severity(finding))
    object["code"] = ["value": .string(finding.code)]
    if let place = finding.place {
      var location = JSONObject()
      location["path"] = .string(place.path.text)
      if let range = place.range { location["range"] = json(range) }
      object["location"] = .object(location)
    }
    if let suggestion = suggestion(finding) { object["suggestions"] = [suggestion] }
    return .object(object)
  }

  private func severity(_ finding: ReportedFinding) -> String {
    switch finding.severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }

  private func json(_ range: SourceRange) -> JSON {
    ["start": json(range.start, of: range.path), "end": json(range.end, of: range.path)]
  }

  /// A file that is not known is taken to be ASCII.
  private func json(_ position: Position, of path: String) -> JSON {
    let column = files[path]?.byteColumn(of: position) ?? position.column
    return [
      "line": .number(JSONNumber(position.line)), "column": .number(JSONNumber(column)),
    ]
  }

  /// The edits of a finding as one: of several suggestions only one can be taken.
  private func suggestion(_ finding: ReportedFinding) -> JSON? {
    let edits = finding.diagnostic.edits.sorted { $0.range.start < $1.range.start }
    guard let first = edits.first, let last = edits.last, let file = files[first.range.path],
      edits.allSatisfy({ $0.range.path == file.path })
    else { return nil }
    var text = first.replacement
    for (before, edit) in zip(edits, edits.dropFirst()) {
      guard let kept = file.text(from: before.range.end, to: edit.range.start) else { return nil }
      text += kept + edit.replacement
    }
    // A suggestion is written into the file, and no mark of a secret may be.
    guard context.redactor.redact(text) == text else { return nil }
    let range = SourceRange(path: file.path, start: first.range.start, end: last.range.end)
    return ["range": json(range), "text": .string(text)]
  }
}
