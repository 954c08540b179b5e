/// Help as text: paragraphs and lists of two columns, no line longer than 80 characters.
struct HelpText {
  private(set) var text = ""
  private static let width = 80
  /// Where the second column starts; longer labels stand on a line of their own.
  private static let column = 28

  /// Adds paragraphs, which empty lines separate.
  mutating func add(_ paragraphs: String) {
    var lines: [Substring] = []
    let all = paragraphs.split(separator: "\n", omittingEmptySubsequences: false)
    for line: Substring in all + [""] {
      if !line.isEmpty {
        lines.append(line)
      } else if !lines.isEmpty {
        separate()
        for line in Self.wrap(lines.joined(separator: " "), width: Self.width) {
          text += line + "\n"
        }
        lines = []
      }
    }
  }

  /// Adds a list; nothing when it has no rows.
  mutating func add(heading: String, _ rows: [(label: String, help: String)]) {
    if rows.isEmpty { return }
    separate()
    text += "\(heading):\n"
    for row in rows {
      let label = "  " + row.label
      var lines = Self.wrap(row.help, width: Self.width - Self.column)[...]
      let padding = Self.column - label.count
      if padding < 2 {
        text += label + "\n"
      } else {
        text += label + String(repeating: " ", count: padding) + (lines.popFirst() ?? "") + "\n"
      }
      for line in lines { text += String(repeating: " ", count: Self.column) + line + "\n" }
    }
  }

  private mutating func separate() {
    if !text.isEmpty { text += "\n" }
  }

  /// Breaks at spaces; a word longer than the width stays whole.
  private static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
