import Diagnostics
import OpenMetadataEntities

/// Says what may have been meant by a tag that the catalog does not have.
struct LabelCheck {
  private static let shownNames = 5

  /// The name as the server would write it.
  let tag: String
  let snapshot: CatalogSnapshot

  /// What to write instead.
  var hint: String {
    if snapshot.entities[NamedEntity(.glossaryTerm, tag)]?.entity != nil {
      return "it has a glossary term of that name: write it under `glossaryTerms`"
    }
    let known = snapshot.tagNeighbours[tag] ?? []
    if let meant = SpellingSuggestion.best(for: tag, among: known) {
      return "did you mean `\(meant)`?"
    }
    if known.isEmpty { return "write Classification.Tag as the catalog shows it" }
    let names = known.prefix(Self.shownNames).map { "`\($0)`" }.joined(separator: ", ")
    let rest = known.count - Self.shownNames
    return "the catalog has \(names)\(rest > 0 ? " and \(rest) more" : "")"
  }
}
