public import JSONDocuments
public import ModelManifests

/// A leaf that publishing changes.
public struct FieldChange: Sendable, Equatable {
  /// The leaf.
  public var path: FieldPath
  /// The value now; nil when there is none.
  public var before: JSON?
  /// The value afterwards; nil when it goes.
  public var after: JSON?
  /// Where the new value, or its absence, comes from.
  public var origin: Origin
  /// Whether it may break consumers.
  public var isBreaking: Bool

  /// Makes a change.
  public init(path: FieldPath, before: JSON?, after: JSON?, origin: Origin, isBreaking: Bool) {
    self.path = path
    self.before = before
    self.after = after
    self.origin = origin
    self.isBreaking = isBreaking
  }
}
