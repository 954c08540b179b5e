public import Diagnostics

/// The difference of two texts as `diff -u` writes it, for `git apply` and `patch -p1`.
public enum UnifiedDiff {
  /// How many unchanged lines are shown around a change.
  private static let context = 3

  /// The difference; empty when there is none.
  public static func text(from before: SourceFile, to after: SourceFile) -> String {
    let lines = merged(before.linesWithEnds, after.linesWithEnds)
    let hunks = hunks(in: lines)
    if hunks.isEmpty { return "" }
    let path = before.path.hasPrefix("/") ? String(before.path.dropFirst()) : before.path
    return "--- a/\(path)\n+++ b/\(path)\n" + hunks.map { hunk(lines, $0) }.joined()
  }

  /// A line of either text, or of both; bytes, since texts that look alike may differ in them.
  private struct Line {
    let sign: Character
    let bytes: [UInt8]
  }

  private static func merged(_ before: [[UInt8]], _ after: [[UInt8]]) -> [Line] {
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if removed.contains(old) {
        lines.append(Line(sign: "-", bytes: before[old]))
        old += 1
      } else if inserted.contains(new) {
        lines.append(Line(sign: "+", bytes: after[new]))
        new += 1
      } else {
        lines.append(Line(sign: " ", bytes: before[old]))
        old += 1
        new += 1
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
      let isEnded = line.bytes.last == 0x0A
      return "\(line.sign)\(String(decoding: line.bytes, as: UTF8.self))"
        + (isEnded ? "" : "\n\\ No newline at end of file\n")
    }
    return "@@ -\(numbers("+")) +\(numbers("-")) @@\n" + body.joined()
  }
}

extension SourceFile {
  /// The lines as `diff` knows them, which end at LF only, each with its end.
  fileprivate var linesWithEnds: [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      lines.append(Array(bytes[start..<end]))
      start = end
    }
    return lines
  }
}
