/// A list within a sentence.
enum WordList {
  /// `a`, `a and b`, `a, b and c`; beyond ten words the rest is counted.
  static func text(_ words: [String]) -> String {
    var parts = words
    if words.count > 10 { parts = words.prefix(9) + ["\(words.count - 9) more"] }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "nothing" }
    return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
  }
}
