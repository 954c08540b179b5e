/// What follows an option.
public enum OptionValue: Sendable, Hashable {
  /// Nothing: the option is a flag.
  case none
  /// Any text; the word that stands for it in help.
  case text(String)
  /// A whole number in a range; the word that stands for it in help.
  case number(String, ClosedRange<Int>)
  /// One of some words.
  case choice([String])

  /// What help shows after the option's name.
  var placeholder: String? {
    switch self {
    case .none: nil
    case .text(let name), .number(let name, _): name
    case .choice(let words): words.joined(separator: "|")
    }
  }

  /// What is wrong with a value, or nil.
  func complaint(about text: String) -> String? {
    switch self {
    case .none, .text: return nil
    case .number(_, let range):
      if let number = Int(text), range.contains(number) { return nil }
      if range.upperBound == .max { return "is no whole number from \(range.lowerBound)" }
      return "is no whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let words):
      return words.contains(text) ? nil : "is none of \(words.joined(separator: ", "))"
    }
  }
}
