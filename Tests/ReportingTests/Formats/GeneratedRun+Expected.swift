import Diagnostics
import JSONDocuments
import Publishing
import Reporting

extension GeneratedRun {
  /// The findings of the JSON report, at the places that platforms know.
  var all: [ReadFinding] {
    let report = JSONReport(tool: context.tool).document(result)
    return zip(report["diagnostics"]?.array ?? [], result.diagnostics).map { json, finding in
      ReadFinding(json, manifest: finding.model == nil ? nil : "models/teams/ml_model.yaml")
    }
  }

  /// Those that are not suppressed.
  var active: [ReadFinding] {
    zip(all, result.diagnostics).filter { !$0.1.suppressed }.map(\.0)
  }

  /// Those that are not suppressed, with columns in bytes of the line as it stands in the file.
  var activeInBytes: [ReadFinding] {
    zip(all, result.diagnostics).filter { !$0.1.suppressed }.map { finding, diagnostic in
      guard let range = diagnostic.range,
        let file = files.first(where: { $0.path == range.path })
      else { return finding }
      var finding = finding
      finding.column = file.bytes(before: range.start) + 1
      finding.endColumn = file.bytes(before: range.end) + 1
      return finding
    }
  }
}

extension SourceFile {
  /// The lines with their ends and marks, as a program that knows only LF takes a file apart.
  private var rawLines: [[UInt8]] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }

  /// How many bytes of a line stand before a position.
  fileprivate func bytes(before position: Position) -> Int {
    let line = String(decoding: rawLines[position.line - 1], as: UTF8.self).unicodeScalars
    let mark = position.line == 1 && line.first == "\u{FEFF}" ? 1 : 0
    return String(line.prefix(position.column - 1 + mark)).utf8.count
  }

  private func offset(line: Int, byte: Int) -> Int {
    rawLines[..<(line - 1)].reduce(0) { $0 + $1.count + 1 } + byte
  }

  /// The file after its edits, which are in order.
  func applying(_ edits: [TextEdit]) -> String {
    var text = bytes
    for edit in edits.reversed() {
      let start = offset(line: edit.range.start.line, byte: bytes(before: edit.range.start))
      let end = offset(line: edit.range.end.line, byte: bytes(before: edit.range.end))
      text.replaceSubrange(start..<end, with: Array(edit.replacement.utf8))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The file after a suggestion of `rdjson` was taken.
  func taking(_ suggestion: JSON) throws -> String {
    func place(_ key: String) -> Int {
      let position = suggestion["range"]?[key]
      return offset(
        line: Int(position?["line"]?.integer ?? 1), byte: Int(position?["column"]?.integer ?? 1) - 1
      )
    }
    var text = bytes
    text.replaceSubrange(
      place("start")..<place("end"), with: Array((suggestion["text"]?.string ?? "").utf8))
    return String(decoding: text, as: UTF8.self)
  }
}
