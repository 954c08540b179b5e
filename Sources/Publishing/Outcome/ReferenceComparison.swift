public import Reconciler

/// What a pull request changes: the files of now against a commit (`--against`).
///
/// A format that shows it needs no more than this: `manifests.models` in their order, each with its
/// `change`, its leaves and whether they break, and `downstream` by `publishedName`, which is empty
/// when no catalog was asked.
public struct ReferenceComparison: Sendable, Equatable {
  /// The commit as the user named it, such as `origin/main`.
  public var reference: String
  /// Its hash.
  public var commit: String
  /// The hash of the commit where the histories part, with which is compared.
  public var mergeBase: String
  /// What changed.
  public var manifests: ManifestComparison
  /// How many files of now belong to no commit of the repository.
  public var notCompared: Int
  /// What depends on the models that are not new, by `ModelComparison.publishedName`.
  public var downstream: [String: DownstreamImpact] = [:]

  /// Makes a comparison of which the catalog was not asked.
  public init(
    reference: String, commit: String, mergeBase: String, manifests: ManifestComparison,
    notCompared: Int = 0
  ) {
    self.reference = reference
    self.commit = commit
    self.mergeBase = mergeBase
    self.manifests = manifests
    self.notCompared = notCompared
  }

  /// The models that something may depend on, breaking changes first.
  var modelsInUse: [String] {
    let models = manifests.models.filter { $0.change != .added && $0.change != .unknown }
    return (models.filter(\.isBreaking) + models.filter { !$0.isBreaking }).map(\.publishedName)
  }
}
