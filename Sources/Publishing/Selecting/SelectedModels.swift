import Diagnostics
import ModelManifests

/// What a selection left of the models that the files describe.
public struct SelectedModels: Sendable, Hashable {
  /// What was asked for.
  public let selection: ModelSelection
  /// How many models the files describe.
  public let described: Int
  /// How many of them a pattern fits.
  public let matched: Int
  /// How many of those are in the shard.
  public let selected: Int

  /// Counts by the names of all models.
  init(_ selection: ModelSelection, of names: [String]) {
    self.selection = selection
    described = names.count
    let fitting = names.filter { selection.fits($0) }
    matched = fitting.count
    selected = selection.shard.map { shard in fitting.count { shard.contains($0) } } ?? matched
  }

  /// What is wrong with a pattern that fits no model: nobody asks for nothing on purpose.
  static func findings(_ selection: ModelSelection, among names: [String]) -> [Diagnostic] {
    selection.unmatchedPatterns(names).map { pattern in
      Diagnostic(
        .nothingSelected, "no file describes a model `\(pattern)`", hint: hint(pattern, names))
    }
  }

  private static func hint(_ pattern: String, _ names: [String]) -> String? {
    // A model's name without that of its service.
    let glob = Glob("*.\(pattern)")
    let named = names.first(where: glob.matches)
    if named != nil, pattern.contains("*") { return "did you mean `*.\(pattern)`?" }
    if let meant = named ?? SpellingSuggestion.best(for: pattern, among: names) {
      return "did you mean `\(meant)`?"
    }
    if pattern.contains("*"), let service = service(near: pattern, names) {
      return "did you mean `\(service)`?"
    }
    let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    if names.isEmpty { return nil }
    return names.count > 5
      ? "there are \(names.count) models, such as \(shown)" : "the models are \(shown)"
  }

  /// The pattern with the service that its beginning may have meant.
  private static func service(near pattern: String, _ names: [String]) -> String? {
    guard let dot = pattern.firstIndex(of: ".") else { return nil }
    let services = Set(names.compactMap { $0.firstIndex(of: ".").map($0.prefix(upTo:)) })
    return SpellingSuggestion.best(
      for: String(pattern[..<dot]), among: services.map(String.init).sorted()
    ).map { $0 + pattern[dot...] }
  }
}
