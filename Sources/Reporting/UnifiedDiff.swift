public import Diagnostics

/// The difference of two texts as `diff -u` writes it, for `git apply` and `patch -p1`.
///
/// In the place of what nobody may see stands `<redacted>`; with that it is for reading only.
public enum UnifiedDiff {
  /// How many unchanged lines are shown around a change.
  private static let context = 3

  /// The difference; empty when there is none.
  public static func text(from before: SourceFile, to after: SourceFile) -> String {
    let lines = merged(before, after)
    let hunks = hunks(in: lines)
    if hunks.isEmpty { return "" }
    let path = before.path.hasPrefix("/") ? String(before.path.dropFirst()) : before.path
    return "--- a/\(path)\n+++ b/\(path)\n" + hunks.map { hunk(lines, $0) }.joined()
  }

  /// A line of either text, or of both.
  private struct Line {
    let sign: Character
    let file: SourceFile
    let bytes: Range<Int>

    var isEnded: Bool { file.bytes[bytes].last == 0x0A }
  }

  private static func merged(_ old: SourceFile, _ new: SourceFile) -> [Line] {
    let (before, after) = (old.linesWithEnds, new.linesWithEnds)
    // Bytes are compared, since texts that look alike may differ in them.
    let difference = after.map { new.bytes[$0] }.difference(from: before.map { old.bytes[$0] })
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left) {
        lines.append(Line(sign: "-", file: old, bytes: before[left]))
        left += 1
      } else if inserted.contains(right) {
        lines.append(Line(sign: "+", file: new, bytes: after[right]))
        right += 1
      } else {
        lines.append(Line(sign: " ", file: old, bytes: before[left]))
        left += 1
        right += 1
      }
    }
    return lines
  }

  /// The stretches to show: the changes with the lines around them, joined where they meet.
  private static func hunks(in lines: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].sign != " " {
      let end = min(lines.count, index + context + 1)
      if let last = hunks.last, index - context <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(max(0, index - context)..<end)
      }
    }
    return hunks
  }

  private static func hunk(_ lines: [Line], _ range: Range<Int>) -> String {
    func numbers(_ sign: Character) -> String {
      let count = lines[range].count { $0.sign != sign }
      let before = lines[..<range.lowerBound].count { $0.sign != sign }
      let start = count == 0 ? before : before + 1
      return count == 1 ? "\(start)" : "\(start),\(count)"
    }
    let body = lines[range].map { line in
      "\(line.sign)\(line.file.shownText(of: line.bytes))"
        + (line.isEnded ? "" : "\n\\ No newline at end of file\n")
    }
    return "@@ -\(numbers("+")) +\(numbers("-")) @@\n" + body.joined()
  }
}

extension SourceFile {
  /// The lines as `diff` knows them, which end at LF only, each with its end, in bytes.
  fileprivate var linesWithEnds: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      lines.append(start..<end)
      start = end
    }
    return lines
  }
}
