/// Finds the words that a misspelt one may have meant.
public enum SpellingSuggestion {
  /// The word nearest in spelling, or nil when none is near enough.
  public static func best(for word: String, among words: [String]) -> String? {
    ranked(for: word, among: words).first
  }

  /// The word that may be taken without asking; nil when two are equally near, or none is very near.
  ///
  /// At most a quarter of the letters may differ, no more than `slips` of them, and no digit: names
  /// that are numbered are told apart by their numbers.
  public static func only(
    for word: String, among words: [String], slips: Int = 3
  ) -> String? {
    let near = found(for: word, among: words)
    guard let first = near.first, near.dropFirst().allSatisfy({ $0.distance > first.distance })
    else { return nil }
    let length = max(word.unicodeScalars.count, first.word.unicodeScalars.count)
    let isNear = first.distance <= min(max(length / 4, 1), slips)
    return isNear && digits(word) == digits(first.word) ? first.word : nil
  }

  private static func digits(_ word: String) -> [Character] { word.filter(\.isNumber).map(\.self) }

  /// The words near in spelling, nearest first; those equally near stay in the order given.
  ///
  /// A word that differs in letter case only comes first. Otherwise a third of the letters, and at
  /// most eight, may be missing, added, wrong or swapped with their neighbour.
  public static func ranked(for word: String, among words: [String]) -> [String] {
    found(for: word, among: words).map(\.word)
  }

  private typealias Found = (word: String, distance: Int, exact: Int)

  private static func found(for word: String, among words: [String]) -> [Found] {
    let letters = Array(word.unicodeScalars)
    let folded = Array(word.lowercased().unicodeScalars)
    var found: [Found] = []
    for candidate in words where candidate != word {
      let other = Array(candidate.lowercased().unicodeScalars)
      let limit = allowance(max(folded.count, other.count))
      guard let distance = EditDistance.between(folded, other, atMost: limit) else { continue }
      // Letter case breaks ties only, so a distance beyond the limit may count as the limit.
      let exact =
        EditDistance.between(letters, Array(candidate.unicodeScalars), atMost: limit) ?? limit
      found.append((candidate, distance, exact))
    }
    return found.enumerated().sorted { left, right in
      (left.element.distance, left.element.exact, left.offset)
        < (right.element.distance, right.element.exact, right.offset)
    }.map(\.element)
  }

  private static func allowance(_ length: Int) -> Int {
    length < 3 ? 0 : min(max(length / 3, 1), 8)
  }
}
