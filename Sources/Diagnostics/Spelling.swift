/// Finds what a misspelt word may have meant.
public enum Spelling {
  /// The candidate nearest to `word`, nil when none is near enough to be meant.
  ///
  /// A candidate that differs only by letter case comes first; otherwise at most a third of the
  /// letters may be wrong, a swap of two neighbours counting as one. Of equals the first wins.
  public static func closest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(longestCompared))
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let others = Array(candidate.lowercased().unicodeScalars.prefix(longestCompared))
      let limit = max(1, max(letters.count, others.count) / 3)
      let distance = distance(letters, others)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Longer words are compared by their beginnings, so that the work stays small.
  private static let longestCompared = 128

  /// How many letters must be changed, added, removed or swapped with a neighbour.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
