/// The shape of a date or time by a pattern of Java's `DateTimeFormatter`, as far as it is made of
/// digits and fixed text.
struct DateShape {
  private enum Part {
    case digits(Int, ClosedRange<Int>)
    case text(Character)
  }

  /// What the digits of a letter may say; nothing follows from the rest of them.
  private static let values: [Character: ClosedRange<Int>] = [
    "M": 1...12, "d": 1...31, "H": 0...23, "h": 1...12, "m": 0...59, "s": 0...59,
  ]

  private let parts: [Part]

  /// Reads a pattern; nil when it has letters that stand for words, such as `MMM`, or for zones.
  init?(_ pattern: String) {
    var parts: [Part] = []
    var rest = Substring(pattern)
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }
      if letter == "'" {
        let text = rest.dropFirst().prefix { $0 != "'" }
        guard rest.count >= text.count + 2 else { return nil }
        parts += text.map { .text($0) }
        rest = rest.dropFirst(text.count + 2)
        continue
      }
      if letter.isLetter {
        guard "yuMdHhmsS".contains(letter), run.count < (letter == "M" ? 3 : 10) else { return nil }
        parts.append(.digits(run.count, Self.values[letter] ?? 0...Int.max))
      } else {
        parts += run.map { .text($0) }
      }
      rest = rest.dropFirst(run.count)
    }
    self.parts = parts
  }

  /// Whether a text has the shape; a single letter stands for one digit or more.
  func fits(_ text: String) -> Bool {
    var rest = Substring(text)
    for part in parts {
      switch part {
      case .text(let character):
        guard rest.popFirst() == character else { return false }
      case .digits(let count, let values):
        let limit = count == 1 ? 2 : count
        let digits = rest.prefix(limit).prefix { $0.isASCII && $0.isNumber }
        guard digits.count >= count, let value = Int(digits), values.contains(value) else {
          return false
        }
        rest = rest.dropFirst(digits.count)
      }
    }
    return rest.isEmpty
  }
}
