import Diagnostics

/// A text of several lines in YAML's literal style (`|`), where that gives it back exactly.
struct BlockText {
  /// What stands behind the key: `|`, with what becomes of the last line end, and with the
  /// indentation where the text itself begins with white space.
  let header: String
  /// The lines, which stand two columns further in than the key.
  let lines: [String]

  /// Takes a text; nil for one line, and for texts that only quotes keep: with other line ends, or
  /// characters that hide, or with empty lines at the end, which readers of blocks take away.
  init?(_ text: String) {
    let scalars = text.unicodeScalars
    guard scalars.contains("\n"), !scalars.contains("\r"),
      scalars.allSatisfy({ $0 == "\n" || $0 == "\t" || VisibleText.isVisible($0) })
    else { return nil }
    var lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    let isEnded = lines.last?.isEmpty == true
    if isEnded { lines.removeLast() }
    guard let last = lines.last, !Self.isBlank(last),
      let first = lines.first(where: { !Self.isBlank($0) }),
      lines.prefix(while: Self.isBlank).allSatisfy(\.isEmpty)
    else { return nil }
    let isIndented = first.unicodeScalars.first?.properties.isWhitespace == true
    header = "|" + (isIndented ? "2" : "") + (isEnded ? "" : "-")
    self.lines = lines
  }

  private static func isBlank(_ line: String) -> Bool {
    line.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }
}
