/// A source line and the carets under a part of it, cut to a width.
struct MarkedLine {
  /// The line as it is printed.
  let text: String
  /// Spaces and carets that stand under the part.
  let carets: String

  /// How much of a long line stands before the part, in columns of the terminal.
  private static let context = 24

  /// Marks the 0-based scalars `start..<end` of a line; at least one caret is drawn.
  init(_ line: String, from start: Int, to end: Int, width: Int) {
    let scalars = line.unicodeScalars
    // A line may be megabytes long: only what can be shown is looked at.
    let from = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex)
    let split = from ?? scalars.endIndex
    let before = DisplayCell.cells(of: scalars[..<split].suffix(width * 2))
    let after = DisplayCell.cells(of: scalars[split...].prefix(width * 2))
    let fits = scalars.count < width * 2 && Self.width(before) + Self.width(after) <= width
    let lead = fits ? before[...] : Self.fitting(before, backwards: Self.context)
    let isCutBefore = !fits && (lead.count < before.count || scalars[..<split].count > before.count)
    let room = width - Self.width(lead) - (isCutBefore ? 1 : 0)
    let tail = fits ? after[...] : Self.fitting(after, forwards: room - 1)
    let isCutAfter = !fits && (tail.count < after.count || scalars[split...].count > after.count)

    let shown = lead.map(\.text).joined() + tail.map(\.text).joined()
    text = (isCutBefore ? "…" : "") + shown + (isCutAfter ? "…" : "")
    let marked = Self.width(tail.prefix(max(end - start, 0)))
    carets =
      String(repeating: " ", count: Self.width(lead) + (isCutBefore ? 1 : 0))
      + String(repeating: "^", count: max(marked, 1))
  }

  private static func width(_ cells: some Sequence<DisplayCell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }

  private static func fitting(_ cells: [DisplayCell], forwards room: Int) -> ArraySlice<DisplayCell>
  {
    var used = 0
    return cells.prefix { cell in
      used += cell.width
      return used <= room
    }
  }

  private static func fitting(_ cells: [DisplayCell], backwards room: Int)
    -> ArraySlice<DisplayCell>
  {
    var used = 0
    let count = cells.reversed().prefix { cell in
      used += cell.width
      return used <= room
    }.count
    return cells.suffix(count)
  }
}
