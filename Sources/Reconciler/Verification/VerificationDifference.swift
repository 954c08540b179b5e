public import JSONDocuments
public import ModelManifests

/// A field or an edge that was read back otherwise than planned.
public struct VerificationDifference: Sendable, Equatable {
  /// What differs.
  public enum Subject: Sendable, Equatable {
    /// A field of the model.
    case field(FieldPath)
    /// The edge from a table, by the table's fully qualified name.
    case edge(String)
    /// The columns of the edge from a table: the edge is there, without columns that were sent.
    case columns(String)
  }

  /// What differs.
  public var subject: Subject
  /// What the plan promised; nil for nothing.
  public var expected: JSON?
  /// What is there; nil for nothing.
  public var actual: JSON?

  /// Makes a difference.
  public init(subject: Subject, expected: JSON?, actual: JSON?) {
    self.subject = subject
    self.expected = expected
    self.actual = actual
  }
}
