import Diagnostics
import Publishing

/// What `doctor` examined, as a text report shows it.
struct CheckupText {
  let style: TextStyle

  /// A line for each thing, and what is to be done below those that are not as they should be.
  func lines(_ checkups: [Checkup]) -> [String] {
    checkups.flatMap { lines($0) }
  }

  private func lines(_ checkup: Checkup) -> [String] {
    let (word, color) = Self.mark(checkup.state)
    let padding = String(repeating: " ", count: max(1, 13 - word.count))
    let text = VisibleText.escaping(Self.words(checkup.state))
    var lines = ["\(style.paint(word, color))\(padding)\(checkup.subject.rawValue): \(text)"]
    if let hint = checkup.finding?.hint {
      lines.append(String(repeating: " ", count: 13) + "hint: \(VisibleText.escaping(hint))")
    }
    return lines
  }

  /// How something is, in a word.
  static func mark(_ state: Checkup.State) -> (word: String, color: TextStyle.Color) {
    switch state {
    case .passed: ("ok", .green)
    case .doubtful: ("doubtful", .yellow)
    case .failed: ("problem", .red)
    case .notChecked: ("not checked", .dim)
    }
  }

  /// What was seen, with the code of a finding.
  static func words(_ state: Checkup.State) -> String {
    switch state {
    case .passed(let words), .notChecked(let words): words
    case .doubtful(let finding), .failed(let finding):
      "\(finding.message) [\(finding.code.rawValue)]"
    }
  }

  /// How many things are how.
  static func summary(_ checkups: [Checkup]) -> String {
    let words = ["ok", "doubtful", "problem", "not checked"]
    let parts = words.compactMap { word -> String? in
      let count = checkups.count { mark($0.state).word == word }
      if count == 0 { return nil }
      return word == "problem" && count > 1 ? "\(count) problems" : "\(count) \(word)"
    }
    return "Examined: \(parts.joined(separator: ", "))."
  }
}
