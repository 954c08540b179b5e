/// Writes findings for people: the place, the source line with carets, hint and notes.
///
/// Text of findings and files is escaped, so that none of it acts on a terminal.
public struct DiagnosticRenderer: Sendable {
  /// Whether words are coloured; nothing is said by colour alone.
  public var usesColor: Bool
  /// How many columns of a source line are shown.
  public var width: Int
  private let file: @Sendable (String) -> SourceFile?

  /// Makes a renderer that finds source lines by the path of a range.
  public init(
    usesColor: Bool = false, width: Int = 100, file: @escaping @Sendable (String) -> SourceFile?
  ) {
    self.usesColor = usesColor
    self.width = width
    self.file = file
  }

  /// One finding as lines of text, each ended.
  public func text(_ diagnostic: Diagnostic) -> String {
    let style = TerminalStyle(diagnostic.severity)
    let label = styled("\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]", style)
    var lines = [
      place(diagnostic.range)
        + "\(label): \(styled(VisibleText.escaping(diagnostic.message), .bold))"
    ]
    if let range = diagnostic.range { lines += excerpt(range, style) }
    if let hint = diagnostic.hint {
      // Every line has its label: no text of others starts a line of the output.
      for line in hint.split(separator: "\n") {
        lines.append("\(styled("hint", .cyan)): \(VisibleText.escaping(String(line)))")
      }
    }
    for note in diagnostic.notes {
      lines.append(
        place(note.range) + "\(styled("note", .cyan)): \(VisibleText.escaping(note.message))")
      if let range = note.range { lines += excerpt(range, .cyan) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func place(_ range: SourceRange?) -> String {
    guard let range else { return "" }
    return styled(VisibleText.escaping(range.description), .bold) + ": "
  }

  /// The first line of a range and, when it goes on, its last.
  private func excerpt(_ range: SourceRange, _ style: TerminalStyle) -> [String] {
    guard let file = file(range.path), let first = file.line(range.start.line) else { return [] }
    let gutter = String(range.end.line).utf8.count
    let start = min(file.shownColumn(of: range.start) - 1, first.unicodeScalars.count)
    let end = file.shownColumn(of: range.end, isEnd: true) - 1
    if range.end.line == range.start.line {
      return marked(first, range.start.line, start, end, gutter, style)
    }
    var lines = marked(first, range.start.line, start, first.unicodeScalars.count, gutter, style)
    guard range.end.column > 1, let last = file.line(range.end.line) else { return lines }
    if range.end.line > range.start.line + 1 {
      lines.append(String(repeating: " ", count: gutter) + styled(" ⋮", .blue))
    }
    let indent = last.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
    lines += marked(
      last, range.end.line, min(indent, end), end, gutter, style)
    return lines
  }

  private func marked(
    _ line: String, _ number: Int, _ start: Int, _ end: Int, _ gutter: Int, _ style: TerminalStyle
  ) -> [String] {
    let marked = MarkedLine(line, from: start, to: end, width: width)
    let number = String(number)
    let padding = String(repeating: " ", count: max(gutter - number.utf8.count, 0))
    let indent = marked.carets.prefix { $0 == " " }
    let carets = marked.carets.drop { $0 == " " }
    let text = marked.text.isEmpty ? "" : " " + marked.text
    return [
      styled("\(padding)\(number) |", .blue) + text,
      styled(String(repeating: " ", count: gutter) + " |", .blue)
        + " \(indent)\(styled(String(carets), style))",
    ]
  }

  private func styled(_ text: String, _ style: TerminalStyle) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
