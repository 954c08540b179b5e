public import Diagnostics
import YAMLSource

/// A manifest or project config whose findings can be mended in its text.
///
/// A fix is carried out only when the changed text, read again, says what was meant and nothing
/// else differs.
public struct FixableFile: Sendable {
  /// What a file may hold.
  public enum Kind: Sendable {
    case manifest
    case projectConfig
  }

  /// Beyond so many readings of the file the fixes that are left are not tried: a large file with
  /// many fixes that exclude each other would take minutes.
  private static let mostReadings = 64

  private let file: SourceFile
  private let kind: Kind

  /// Takes a file.
  public init(_ file: SourceFile, _ kind: Kind) {
    self.file = file
    self.kind = kind
  }

  /// For each of the findings the edits that carry out its fix; none where it has no fix, or the
  /// text allows none.
  ///
  /// The edits of all findings together can be applied to the file at once.
  public func edits(for findings: [Diagnostic]) -> [[TextEdit]] {
    guard findings.contains(where: { $0.fix != nil && $0.range?.path == file.path }),
      let reading = FileReading(file, kind)
    else { return findings.map { _ in [] } }
    var attempt = FixAttempt(file: file, kind: kind, reading: reading, left: Self.mostReadings)
    var planned: [Target: PlannedFix] = [:]
    var order: [Target] = []
    for finding in findings {
      guard let target = Target(finding), target.range.path == file.path, planned[target] == nil,
        let fix = PlannedFix(target.fix, at: target.range, in: file, reading.outline)
      else { continue }
      planned[target] = fix
      order.append(target)
    }
    let done = attempt.accepted(order.compactMap { planned[$0] }[...], besides: [])
    let edits = Set(done.map(\.edit))
    return findings.map { finding in
      guard let edit = Target(finding).flatMap({ planned[$0] })?.edit, edits.contains(edit) else {
        return []
      }
      return [edit]
    }
  }

  /// What is to be mended, whichever findings ask for it.
  private struct Target: Hashable {
    let fix: Fix
    let range: SourceRange

    init?(_ finding: Diagnostic) {
      guard let fix = finding.fix, let range = finding.range else { return nil }
      self.fix = fix
      self.range = range
    }
  }
}
