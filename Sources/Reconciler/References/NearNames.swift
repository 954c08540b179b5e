import Diagnostics
import FullyQualifiedNames

/// Of all names near one that was not found, those that the finding about it may show; a lock keeps
/// no more of them.
public enum NearNames {
  private static let shownNames = 2

  /// The tables that `TableCheck` may name for one that is not there, in their order.
  public static func tables(near name: String, among neighbours: [String]) -> [String] {
    guard let parsed = try? FullyQualifiedName(parsing: name) else { return [] }
    let last = neighbours.map { (try? FullyQualifiedName(parsing: $0))?.last ?? $0 }
    let near = SpellingSuggestion.ranked(for: parsed.last, among: last).prefix(shownNames)
    let kept = zip(neighbours, last).filter { neighbour, last in
      neighbour.lowercased() == name.lowercased() || last == parsed.last || near.contains(last)
    }
    // Where none is near, the schema of the first may have been meant.
    return kept.isEmpty ? Array(neighbours.prefix(1)) : kept.map(\.0)
  }

  /// The names that `EntityCheck` may show for one that is not there, in their order.
  public static func names(near name: String, among names: [String]) -> [String] {
    let near = SpellingSuggestion.ranked(for: name, among: names).prefix(shownNames)
    let last = (try? FullyQualifiedName(parsing: name))?.last
    return names.filter { other in
      other.lowercased() == name.lowercased() || near.contains(other)
        || near.isEmpty && (try? FullyQualifiedName(parsing: other))?.last == last
    }
  }
}
