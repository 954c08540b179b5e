import Diagnostics

/// What a name that the registry does not know was meant to be.
enum MisspeltName {
  /// Beyond so many candidates nothing is proposed: thousands of names against thousands of others
  /// take minutes to compare.
  private static let mostCandidates = 100

  /// The candidate nearest in spelling that no other name was meant to be; nil when none is near.
  static func meant(
    by name: String, among candidates: [String], unless taken: Set<String>
  ) -> String? {
    guard candidates.count <= mostCandidates else { return nil }
    return SpellingSuggestion.best(for: name, among: candidates.filter { !taken.contains($0) })
  }
}
