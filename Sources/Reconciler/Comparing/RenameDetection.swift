/// Tells what was renamed from what was removed and added, as Git does: by what both have.
///
/// The same input gives the same pairs, whatever its order.
struct RenameDetection {
  /// Something that is only on one side.
  struct Candidate: Sendable, Hashable {
    /// What names it.
    let key: String
    /// What it is made of, each as a text.
    let traits: Set<String>
  }

  /// Two names that are taken for one thing.
  struct Pair: Sendable, Hashable {
    let removed: String
    let added: String
    /// How much of both is in both, in percent.
    let similarity: Int
  }

  /// From which similarity on, in percent, two are taken for one; Git's own threshold.
  static let threshold = 50
  /// With more pairs to compare than this none is looked for.
  static let limit = 250_000

  /// The pairs, most similar first; nobody is in two of them.
  static func pairs(from removed: [Candidate], to added: [Candidate]) -> [Pair] {
    guard removed.count * added.count <= limit else { return [] }
    var candidates: [Pair] = []
    for old in removed {
      for new in added {
        let similarity = similarity(old.traits, new.traits)
        guard similarity >= threshold else { continue }
        candidates.append(Pair(removed: old.key, added: new.key, similarity: similarity))
      }
    }
    candidates.sort { left, right in
      (-left.similarity, left.removed, left.added) < (-right.similarity, right.removed, right.added)
    }
    var taken: (removed: Set<String>, added: Set<String>) = ([], [])
    return candidates.filter { pair in
      guard !taken.removed.contains(pair.removed), !taken.added.contains(pair.added) else {
        return false
      }
      taken.removed.insert(pair.removed)
      taken.added.insert(pair.added)
      return true
    }
  }

  /// Dice's coefficient in percent: twice what both have, of all that each has.
  private static func similarity(_ one: Set<String>, _ other: Set<String>) -> Int {
    let total = one.count + other.count
    return total == 0 ? 0 : 200 * one.intersection(other).count / total
  }

  /// The words of a name, in lower case.
  static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
