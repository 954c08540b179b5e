public import Diagnostics
public import JSONDocuments

/// Something of a model that changed since it was published, elsewhere than in the files.
public struct Drift: Sendable, Equatable {
  /// Where it changed.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// In the catalog, by somebody else: the model, or one of its fields.
    case edited
    /// A table that features are made from.
    case sourceTable
    /// The version that the model registry points to.
    case registry
    /// An edge that leads to the model.
    case lineage
  }

  /// Where it changed.
  public let kind: Kind
  /// What changed: a field path, or a table, a column, a selector or an edge by its name.
  public let subject: String
  /// What was published; nil for nothing.
  public var published: JSON?
  /// What is there now; nil for nothing.
  public var current: JSON?
  /// Who changed it and when; nil when the catalog does not tell.
  public var edit: Edit?
  /// The finding that tells it, at its place in the files.
  public let finding: Diagnostic

  /// Makes an entry.
  public init(
    _ kind: Kind, _ subject: String, published: JSON? = nil, current: JSON? = nil,
    edit: Edit? = nil, _ finding: Diagnostic
  ) {
    self.kind = kind
    self.subject = subject
    self.published = published
    self.current = current
    self.edit = edit
    self.finding = finding
  }
}
