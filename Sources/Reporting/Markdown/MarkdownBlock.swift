/// A part of a Markdown document that is cut only where it stays whole.
enum MarkdownBlock {
  /// Lines that belong together.
  case paragraph(String)
  /// The heading's cells, the rows' cells, and what a row is, such as `finding`.
  case table([String], [[String]], noun: String)
  /// A fence with its language, and what is said in its place when it does not fit.
  case fence(String, language: String, otherwise: String)
  /// A block that opens when it is clicked on, and its heading as HTML.
  indirect case details(String, [MarkdownBlock])

  /// The block's text with an empty line after it, in no more than `limit` bytes of UTF-8; nil when
  /// nothing of it fits.
  func text(within limit: Int) -> (text: String, isCut: Bool)? {
    switch self {
    case .paragraph(let text): Self.fitting(text + "\n\n", limit).map { ($0, false) }
    case .fence(let text, let language, let otherwise):
      if let whole = Self.fitting("```\(language)\n\(text)```\n\n", limit) {
        (whole, false)
      } else {
        Self.fitting(otherwise + "\n\n", limit).map { ($0, true) }
      }
    case .table(let heading, let rows, let noun): Self.table(heading, rows, noun, limit)
    case .details(let heading, let blocks): Self.details(heading, blocks, limit)
    }
  }

  private static func fitting(_ text: String, _ limit: Int) -> String? {
    text.utf8.count <= limit ? text : nil
  }

  private static func table(
    _ heading: [String], _ rows: [[String]], _ noun: String, _ limit: Int
  ) -> (text: String, isCut: Bool)? {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
    let lines = rows.map(line)
    var text = line(heading) + line(heading.map { _ in "---" })
    let whole = text + lines.joined() + "\n"
    if whole.utf8.count <= limit { return (whole, false) }
    // As long as the longest line that tells how much is left out.
    let reserve = "\n+ \(rows.count) more \(noun)s\n\n".utf8.count
    var size = text.utf8.count + reserve
    var shown = 0
    while shown < lines.count, size + lines[shown].utf8.count <= limit {
      size += lines[shown].utf8.count
      text += lines[shown]
      shown += 1
    }
    let left = rows.count - shown
    let more = "+ \(left) more \(noun)\(left == 1 ? "" : "s")\n\n"
    if shown == 0 { return fitting(more, limit).map { ($0, true) } }
    return (text + "\n" + more, true)
  }

  private static func details(
    _ heading: String, _ blocks: [MarkdownBlock], _ limit: Int
  ) -> (text: String, isCut: Bool)? {
    let start = "<details><summary>\(heading)</summary>\n\n"
    let end = "</details>\n\n"
    let room = limit - start.utf8.count - end.utf8.count
    guard room > 0 else { return nil }
    let body = MarkdownDocument(blocks).text(within: room)
    return body.text.isEmpty ? nil : (start + body.text + end, body.isCut)
  }
}
