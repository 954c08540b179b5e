import ModelManifests

/// Which of the models that the files describe a run is about (`--select`, `--shard`).
public struct ModelSelection: Sendable, Hashable {
  /// Every model.
  public static let everything = ModelSelection()

  /// Names of models in which `*` stands for any run of characters; a model that one of them fits is
  /// meant, and every model when there is none.
  public let patterns: [String]
  /// The part of these models that is meant; nil for all of them.
  public let shard: Shard?
  private let globs: [Glob]

  /// Takes what the command line says.
  public init(patterns: [String] = [], shard: Shard? = nil) {
    self.patterns = patterns
    self.shard = shard
    globs = patterns.map { Glob($0) }
  }

  /// Whether a model is meant.
  ///
  /// - Parameter name: Its name as findings carry it (`ModelManifest.findingsKey`).
  public func includes(_ name: String) -> Bool {
    fits(name) && shard?.contains(name) ?? true
  }

  /// Whether a pattern fits, whatever the shard.
  func fits(_ name: String) -> Bool {
    globs.isEmpty || globs.contains { $0.matches(name) }
  }

  /// The patterns that fit none of the names.
  func unmatchedPatterns(_ names: [String]) -> [String] {
    zip(patterns, globs).filter { _, glob in !names.contains(where: glob.matches) }.map(\.0)
  }
}
