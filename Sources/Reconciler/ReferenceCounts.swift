/// How many references to tables the manifests declare, and what became of them.
public struct ReferenceCounts: Sendable, Hashable {
  /// Sources with a `dataSourceFqn`.
  public var declared = 0
  /// Of these, those whose table was found.
  public var resolved = 0
  /// Those whose table was not found, is deleted or may not be seen.
  public var unresolved = 0
  /// Those that could not be looked at.
  public var notChecked = 0

  /// Makes counts of zero.
  public init() {}
}
