import Diagnostics
import ModelManifests
import OpenMetadataEntities

/// Finds the columns that a source may have meant.
struct ColumnSuggestion {
  let source: FeatureSourceManifest
  let feature: FeatureManifest
  let table: Table

  /// The best column, or several that are equally good: one that can only be misspelt, else those
  /// whose type fits, then those that share words with the source's or the feature's name, then
  /// those spelled alike.
  var names: [String] {
    if let only { return [only] }
    let candidates = table.columns.map(\.name)
    let alike = SpellingSuggestion.ranked(for: source.name.value, among: candidates)
    let ranked = table.columns.compactMap { column -> (name: String, rank: Rank)? in
      let spelling = alike.firstIndex(of: column.name)
      let rank = Rank(
        fits: source.dataType.value.map { ColumnType.fits($0, column) } ?? true,
        sharedWords: sharedWords(column.name), spelling: spelling ?? Int.max)
      return rank.sharedWords > 0 || spelling != nil ? (column.name, rank) : nil
    }
    guard let best = ranked.map(\.rank).min() else { return [] }
    return ranked.filter { $0.rank == best }.map(\.name)
  }

  /// The column that may be taken without asking: its name differs in one slip of the pen, as that
  /// of no other does, and its type fits.
  var only: String? {
    let meant = SpellingSuggestion.only(
      for: source.name.value, among: table.columns.map(\.name), slips: 1)
    guard let column = table.columns.first(where: { $0.name == meant }),
      source.dataType.value.map({ ColumnType.fits($0, column) }) ?? true
    else { return nil }
    return column.name
  }

  private func sharedWords(_ column: String) -> Int {
    let wanted = words(source.name.value).union(words(feature.name.value))
    return words(column).intersection(wanted).count
  }

  private func words(_ name: String) -> Set<String> {
    Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  /// How well a column fits, best first.
  private struct Rank: Comparable {
    let fits: Bool
    let sharedWords: Int
    let spelling: Int

    static func < (left: Rank, right: Rank) -> Bool {
      if left.fits != right.fits { return left.fits }
      return (-left.sharedWords, left.spelling) < (-right.sharedWords, right.spelling)
    }
  }
}
