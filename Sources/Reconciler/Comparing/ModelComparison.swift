public import Diagnostics

/// What became of one model between two states of the files.
public struct ModelComparison: Sendable, Equatable {
  /// What became of it.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    case added
    case removed
    case renamed
    case changed
    /// One of the states cannot be read.
    case unknown
  }

  /// What a renamed model was called.
  public struct Former: Sendable, Hashable {
    /// The fully qualified name.
    public var fullyQualifiedName: String
    /// The manifest's path.
    public var manifest: String
    /// How much of both models is in both, in percent.
    public var similarity: Int

    /// Makes the record of a rename.
    public init(fullyQualifiedName: String, manifest: String, similarity: Int) {
      self.fullyQualifiedName = fullyQualifiedName
      self.manifest = manifest
      self.similarity = similarity
    }
  }

  /// What became of the model.
  public var change: Change
  /// The model's name.
  public var name: String
  /// The model's fully qualified name.
  public var fullyQualifiedName: String
  /// The path of the manifest; of a removed model the one it had.
  public var manifest: String
  /// Where the model's name stands now; nil for a removed one.
  public var range: SourceRange?
  /// What a renamed model was called before.
  public var former: Former?
  /// The leaves that changed, of models that changed or were renamed; the origin of one that is
  /// gone is the place that it is gone from.
  public var changes: [FieldChange] = []
  /// Features that look renamed: their new names and where these stand, by their old ones.
  public var renamedFeatures: [String: Located<String>] = [:]
  /// What cannot be compared, and why; nil when all can.
  public var obstacle: String?

  /// Makes a comparison without field changes.
  public init(
    _ change: Change, name: String, fullyQualifiedName: String, manifest: String,
    range: SourceRange? = nil
  ) {
    self.change = change
    self.name = name
    self.fullyQualifiedName = fullyQualifiedName
    self.manifest = manifest
    self.range = range
  }

  /// Whether consumers may break: the name that they know it by is gone, or a field changed as
  /// `FieldChange.isBreaking` says.
  public var isBreaking: Bool {
    switch change {
    case .removed, .renamed: true
    case .changed: changes.contains(where: \.isBreaking)
    case .added, .unknown: false
    }
  }

  /// The name by which the catalog may know the model now.
  public var publishedName: String { former?.fullyQualifiedName ?? fullyQualifiedName }
}
