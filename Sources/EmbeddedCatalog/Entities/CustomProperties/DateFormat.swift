/// A format of dates and times as Java writes it, such as `yyyy-MM-dd HH:mm:ss`.
struct DateFormat {
  private let pattern: [Character]

  init(_ pattern: String) { self.pattern = Array(pattern) }

  /// Whether a text is written in this format, with parts that there are in a calendar.
  func matches(_ text: String) -> Bool {
    var rest = Substring(text)
    var index = pattern.startIndex
    while index < pattern.endIndex {
      let letter = pattern[index]
      let end = pattern[index...].firstIndex { $0 != letter } ?? pattern.endIndex
      let width = end - index
      index = end
      guard letter.isLetter else {
        for _ in 0..<width where rest.popFirst() != letter { return false }
        continue
      }
      if !take(letter, width, from: &rest) { return false }
    }
    return rest.isEmpty
  }

  private func take(_ letter: Character, _ width: Int, from rest: inout Substring) -> Bool {
    let isName = letter == "M" && width > 2 || "EaGzVv".contains(letter)
    let part = rest.prefix { isName ? $0.isLetter : $0.isASCII && $0.isNumber }
    let taken = isName ? part : part.prefix(max(width, letter == "S" ? 9 : width))
    rest = rest.dropFirst(taken.count)
    if isName { return !taken.isEmpty }
    if "XZx".contains(letter) { return true }
    guard let number = Int(taken), taken.count >= width || width == 1 else { return false }
    return Self.ranges[letter]?.contains(number) ?? true
  }

  private static let ranges: [Character: ClosedRange<Int>] = [
    "M": 1...12, "d": 1...31, "H": 0...23, "h": 1...12, "m": 0...59, "s": 0...59,
  ]
}
