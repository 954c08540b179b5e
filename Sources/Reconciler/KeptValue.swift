public import JSONDocuments
public import ModelManifests

/// A value of somebody else's that publishing leaves alone.
public struct KeptValue: Sendable, Equatable {
  /// The leaf.
  public var path: FieldPath
  /// The value that stays; nil when somebody took it away.
  public var value: JSON?
  /// Who set it and when; nil when the catalog does not tell.
  public var edit: Edit?

  /// Makes an entry.
  public init(path: FieldPath, value: JSON?, edit: Edit?) {
    self.path = path
    self.value = value
    self.edit = edit
  }
}
