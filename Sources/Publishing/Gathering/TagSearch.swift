import Diagnostics
import FullyQualifiedNames
import OpenMetadataAPI

/// Finds the tags among which one that is not there may have been meant.
struct TagSearch: Sendable {
  let client: OpenMetadataClient

  /// The tags of the tag's classification; when there is none such, of the one of the nearest name.
  func neighbours(of name: String) async throws(OpenMetadataError) -> [String] {
    guard let first = (try? FullyQualifiedName(parsing: name))?.parts.first else { return [] }
    let tags = try await client.tags(inClassification: FullyQualifiedName([first]))
    guard tags.isEmpty else { return tags.sorted() }
    let names = try await client.classifications().sorted()
    guard let meant = SpellingSuggestion.best(for: first, among: names) else { return [] }
    return try await client.tags(inClassification: FullyQualifiedName([meant])).sorted()
  }
}
