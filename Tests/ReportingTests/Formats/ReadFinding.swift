import Diagnostics
import JSONDocuments

/// A finding as a report tells it, in no more detail than its format has.
struct ReadFinding: Hashable {
  var code: String
  var severity: String
  var message: String
  var path: String?
  var line: Int?
  var column: Int?
  var endLine: Int?
  var endColumn: Int?

  /// A finding of the JSON report, its path and model's manifest as the platform knows them.
  init(_ json: JSON, manifest: String?) {
    func number(_ key: String) -> Int? { json[key]?.integer.map(Int.init) }
    code = json["code"]?.string ?? ""
    severity = json["severity"]?.string ?? ""
    message = VisibleText.escaping(json["message"]?.string ?? "")
    path = json["path"]?.string.map { GeneratedRun.paths[$0] ?? $0 } ?? manifest
    line = number("line")
    column = number("column")
    endLine = number("endLine")
    endColumn = number("endColumn")
  }

  /// A finding that a script read from a report.
  init(read json: JSON) {
    self.init(json, manifest: nil)
    let text = json["message"]?.string ?? ""
    message = String(text.prefix { $0 != "\n" })
  }

  /// The finding without columns.
  var onLines: ReadFinding {
    var finding = self
    finding.column = nil
    finding.endColumn = nil
    return finding
  }
}
