public import JSONDocuments
public import ModelManifests

/// A model in normal form: its leaves by path, so that two states compare field by field.
///
/// Left out is what is no difference: the order of sets and lists matched by name, inherited
/// owners and domains, labels that nobody set by hand, names that the server computes.
public struct FieldValues: Sendable, Equatable {
  /// The leaves; a field without a value has none.
  public var leaves: [FieldPath: JSON]

  /// Makes a normal form of leaves.
  public init(_ leaves: [FieldPath: JSON] = [:]) {
    self.leaves = leaves
  }

  /// The leaf at a path.
  public subscript(path: FieldPath) -> JSON? {
    get { leaves[path] }
    set { leaves[path] = newValue }
  }
}
