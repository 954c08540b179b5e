/// Who changed a field in the catalog, and when.
public struct Edit: Sendable, Hashable {
  /// The user name.
  public var updatedBy: String
  /// Milliseconds since 1970.
  public var updatedAt: Int64

  /// Makes an edit.
  public init(updatedBy: String, updatedAt: Int64) {
    self.updatedBy = updatedBy
    self.updatedAt = updatedAt
  }
}
