/// Something that a run could not look at.
public struct NotChecked: Sendable, Hashable {
  /// What it is.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    /// What publishing would do with a model.
    case models
    /// Whether a table, a tag or another thing is there.
    case references
    /// What a registry knows of a model.
    case registries
    /// Whether an entry of `suppress` silences anything.
    case suppressions
    /// Which version of a registered model was published.
    case registrations
    /// Whether the catalog shows what was written to a model.
    case readBacks
  }

  /// What could not be looked at.
  public let subject: Subject
  /// How many of them.
  public let count: Int
  /// Why, in a sentence without its full stop.
  public let reason: String

  /// Makes an entry.
  public init(_ subject: Subject, _ count: Int, reason: String) {
    self.subject = subject
    self.count = count
    self.reason = reason
  }
}
