/// What differs between two texts, word by word.
struct TextDifference: Sendable, Hashable {
  enum Part: Sendable, Hashable {
    case same(String)
    case removed(String)
    case added(String)
  }

  /// Longer texts are shown one after the other: comparing takes time with their product.
  private static let maximumWords = 600

  let parts: [Part]

  init(from old: String, to new: String) {
    let before = Self.words(old)
    let after = Self.words(new)
    guard before.count <= Self.maximumWords, after.count <= Self.maximumWords else {
      parts = [.removed(old), .added(new)]
      return
    }
    let difference = after.difference(from: before)
    // Two texts with little in common read better one after the other.
    guard difference.count <= max(before.count, after.count) else {
      parts = [.removed(old), .added(new)]
      return
    }
    parts = Self.merged(before, after, difference)
  }

  /// Words with the white space behind them.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      if !character.isWhitespace, word.last?.isWhitespace == true {
        words.append(word)
        word = ""
      }
      word.append(character)
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func merged(
    _ old: [String], _ new: [String], _ difference: CollectionDifference<String>
  ) -> [Part] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let place, _, _): removed.insert(place)
      case .insert(let place, _, _): added.insert(place)
      }
    }
    var parts: [Part] = []
    var place = (old: 0, new: 0)
    while place.old < old.count || place.new < new.count {
      var gone = ""
      var come = ""
      while removed.contains(place.old) {
        gone += old[place.old]
        place.old += 1
      }
      while added.contains(place.new) {
        come += new[place.new]
        place.new += 1
      }
      if !gone.isEmpty { parts.append(.removed(gone)) }
      if !come.isEmpty { parts.append(.added(come)) }
      var same = ""
      while place.old < old.count, !removed.contains(place.old), !added.contains(place.new) {
        same += old[place.old]
        place.old += 1
        place.new += 1
      }
      if !same.isEmpty { parts.append(.same(same)) }
    }
    return parts
  }
}
