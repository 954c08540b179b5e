import Diagnostics

/// Which lines of a text are not those of another.
///
/// Git is not asked: to compare with the work tree it would run filters that the repository
/// configures.
enum LineChanges {
  /// Middle parts with more lines than this on both sides count as changed altogether.
  private static let limit = 3000

  /// The 1-based lines of `new` that `old` does not have, in ascending ranges; line ends do not
  /// count.
  static func ranges(from old: SourceFile, to new: SourceFile) -> [ClosedRange<Int>] {
    let (before, after) = (lines(old), lines(new))
    let start = zip(before, after).prefix { $0 == $1 }.count
    let rest = min(before.count, after.count) - start
    let end = zip(before.reversed(), after.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let middle = (old: before[start..<before.count - end], new: after[start..<after.count - end])
    if middle.new.isEmpty { return [] }
    guard middle.old.count <= limit, middle.new.count <= limit else {
      return [start + 1...after.count - end]
    }
    let insertions = Array(middle.new).difference(from: Array(middle.old)).insertions
    let numbers = insertions.map { change in
      switch change {
      case .insert(let offset, _, _), .remove(let offset, _, _): start + offset + 1
      }
    }
    return ranges(numbers.sorted())
  }

  /// All lines of a text.
  static func all(_ file: SourceFile) -> [ClosedRange<Int>] {
    lines(file).isEmpty ? [] : [1...lines(file).count]
  }

  /// As they stand in the file: a changed password is a change.
  private static func lines(_ file: SourceFile) -> [ArraySlice<UInt8>] {
    let lines = (1...file.lineCount).map { file.bytes(ofLine: $0) ?? [] }
    // What comes after the last line end is a line only when there is something in it.
    return lines.last == [] ? Array(lines.dropLast()) : lines
  }

  private static func ranges(_ numbers: [Int]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges
  }
}
