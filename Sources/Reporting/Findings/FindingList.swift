import Diagnostics
import ModelManifests
import Publishing

/// The findings of a run in its order, each with the place that platforms know.
struct FindingList: Sendable {
  /// All findings, suppressed ones included.
  let all: [ReportedFinding]
  /// Those that count.
  var active: [ReportedFinding] { all.filter { !$0.diagnostic.suppressed } }

  /// Those that count, the most severe first, and of these the ones on changed lines.
  var ranked: [ReportedFinding] {
    active.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.severity != second.severity { return first.severity > second.severity }
      if first.isOnChangedLine != second.isOnChangedLine { return first.isOnChangedLine }
      return left.offset < right.offset
    }.map(\.element)
  }

  init(_ result: RunResult, _ context: ReportContext) {
    let manifests = Dictionary(
      result.models.map { ($0.fullyQualifiedName, $0.manifest) }, uniquingKeysWith: { $1 })
    var seen: [String: Int] = [:]
    all = result.diagnostics.map { diagnostic in
      let range = diagnostic.range.flatMap { $0.isOnCommandLine ? nil : $0 }
      let path = range?.path ?? diagnostic.model.flatMap { manifests[$0] }
      let place = path.map { path in
        ReportedFinding.Place(path: context.located(path), range: range)
      }
      let identity = FindingList.identity(diagnostic, place)
      seen[identity, default: 0] += 1
      return ReportedFinding(
        diagnostic: diagnostic, place: place,
        isOnChangedLine: range.flatMap { result.changedLines?.touches($0) } ?? false,
        message: context.visible(diagnostic.message),
        remarks: FindingList.remarks(diagnostic, context),
        fingerprint: Fingerprint.text(of: "\(identity)\u{0}\(seen[identity] ?? 0)"))
    }
  }

  /// What a finding is about, whichever line it stands on.
  private static func identity(_ finding: Diagnostic, _ place: ReportedFinding.Place?) -> String {
    let subject = finding.fieldPath ?? finding.message
    return [finding.code.rawValue, place?.path.text ?? "", finding.model ?? "", subject]
      .joined(separator: "\u{0}")
  }

  private static func remarks(_ finding: Diagnostic, _ context: ReportContext) -> [String] {
    let hints = context.visibleLines(finding.hint ?? "").map { "hint: \($0)" }
    let notes = finding.notes.map { note in
      let place = note.range.map { range in
        ReportedFinding.Place(path: context.located(range.path), range: range).description + ": "
      }
      return "note: \(place ?? "")\(context.visible(note.message))"
    }
    return hints + notes
  }
}

extension ReportContext {
  /// Where a file lies, by the path that findings use.
  func located(_ path: String) -> RepositoryPath {
    let located = paths.locate(path)
    return RepositoryPath(text: visible(located.text), isInside: located.isInside)
  }
}
