/// The shape of a date or time by a pattern of Java's `DateTimeFormatter`, as far as it is made of
/// digits and fixed text.
struct DateShape {
  private enum Part {
    case digits(Int)
    case text(Character)
  }

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
        parts.append(.digits(run.count))
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
      case .digits(let count):
        let limit = count == 1 ? 2 : count
        let digits = rest.prefix(limit).prefix { $0.isASCII && $0.isNumber }
        guard digits.count >= count else { return false }
        rest = rest.dropFirst(digits.count)
      }
    }
    return rest.isEmpty
  }
}
