import Diagnostics
import ModelManifests

/// What changed between two states of the files: pure, and the same whatever the catalog holds.
public struct ManifestComparison: Sendable, Equatable {
  /// The models that were added, removed, renamed or changed, or of which that is not known, by
  /// name.
  public private(set) var models: [ModelComparison] = []
  /// How many models are as they were.
  public private(set) var unchanged = 0
  /// Whether there was so much to compare that renames were not looked for.
  public private(set) var hasTooManyForRenames = false

  /// Compares; models are told by their fully qualified names.
  ///
  /// - Parameters:
  ///   - base: The state before.
  ///   - head: The state after.
  public init(from base: ManifestState, to head: ManifestState) {
    let old = Self.byName(base.models)
    let new = Self.byName(head.models)
    var removed = base.models.filter { new[$0.findingsKey] == nil }
    var added = head.models.filter { old[$0.findingsKey] == nil }
    hasTooManyForRenames = removed.count * added.count > RenameDetection.limit
    for pair in RenameDetection.pairs(
      from: removed.map(RenameDetection.candidate), to: added.map(RenameDetection.candidate))
    {
      guard let before = old[pair.removed], let after = new[pair.added] else { continue }
      models.append(Self.renamed(before, after, pair, base, head))
      removed.removeAll { $0.findingsKey == pair.removed }
      added.removeAll { $0.findingsKey == pair.added }
    }
    for model in removed { models.append(Self.removed(model, head)) }
    for model in added { models.append(Self.added(model, base)) }
    for model in head.models {
      guard let before = old[model.findingsKey] else { continue }
      take(Self.changed(before, model, base, head))
    }
    models.sort { $0.fullyQualifiedName < $1.fullyQualifiedName }
  }

  /// Whether consumers of any model may break.
  public var isBreaking: Bool { models.contains(where: \.isBreaking) }

  /// How many models had a change of a kind.
  public func count(_ change: ModelComparison.Change) -> Int {
    models.count { $0.change == change }
  }

  /// Hides what looks like a secret in the values that changed.
  public mutating func hideSecrets() {
    for index in models.indices {
      models[index].changes = models[index].changes.map(\.withoutSecrets)
    }
  }

  private mutating func take(_ model: ModelComparison?) {
    if let model { models.append(model) } else { unchanged += 1 }
  }

  private static func byName(_ models: [ModelManifest]) -> [String: ModelManifest] {
    Dictionary(models.map { ($0.findingsKey, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func comparison(
    _ change: ModelComparison.Change, _ model: ModelManifest
  ) -> ModelComparison {
    ModelComparison(
      change, name: model.name.value, fullyQualifiedName: model.findingsKey, manifest: model.path,
      range: change == .removed ? nil : model.name.range)
  }

  private static func unknown(_ model: ModelManifest, _ obstacle: String) -> ModelComparison {
    var comparison = comparison(.unknown, model)
    comparison.obstacle = obstacle
    return comparison
  }

  private static func removed(_ model: ModelManifest, _ head: ManifestState) -> ModelComparison {
    guard !head.unreadableFiles.contains(model.path) else {
      var comparison = unknown(model, "its file cannot be read now")
      comparison.range = nil
      return comparison
    }
    return comparison(.removed, model)
  }

  private static func added(_ model: ModelManifest, _ base: ManifestState) -> ModelComparison {
    base.unreadableFiles.contains(model.path)
      ? unknown(model, "its file could not be read then") : comparison(.added, model)
  }

  private static func changed(
    _ before: ModelManifest, _ after: ModelManifest, _ base: ManifestState, _ head: ManifestState
  ) -> ModelComparison? {
    var comparison = comparison(.changed, after)
    comparison.take(differences(before, after, base, head))
    if comparison.changes.isEmpty {
      if comparison.obstacle == nil { return nil }
      comparison.change = .unknown
    }
    return comparison
  }

  private static func renamed(
    _ before: ModelManifest, _ after: ModelManifest, _ pair: RenameDetection.Pair,
    _ base: ManifestState, _ head: ManifestState
  ) -> ModelComparison {
    var comparison = comparison(.renamed, after)
    comparison.former = ModelComparison.Former(
      fullyQualifiedName: before.findingsKey, manifest: before.path, similarity: pair.similarity)
    comparison.take(differences(before, after, base, head))
    return comparison
  }

  private static func differences(
    _ before: ModelManifest, _ after: ModelManifest, _ base: ManifestState, _ head: ManifestState
  ) -> FieldDifferences {
    FieldDifferences(
      from: before, to: after, faults: (base.faults(of: before), head.faults(of: after)))
  }
}

extension ModelComparison {
  /// Takes the leaves that differ, and what hides others.
  fileprivate mutating func take(_ differences: FieldDifferences) {
    changes = differences.changes
    renamedFeatures = differences.renamedFeatures
    let sides = [
      Self.obstacle(differences.hidden.before, "had errors then"),
      Self.obstacle(differences.hidden.after, "has errors now"),
    ]
    let texts = sides.compactMap(\.self)
    obstacle = texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  /// The first of the fields that are hidden, and how many more there are.
  private static func obstacle(_ hidden: [FieldPath], _ words: String) -> String? {
    guard let first = hidden.first else { return nil }
    let name = first.segments.isEmpty ? "it" : "`\(first)`"
    return hidden.count == 1 ? "\(name) \(words)" : "\(name) \(words), and \(hidden.count - 1) more"
  }
}
