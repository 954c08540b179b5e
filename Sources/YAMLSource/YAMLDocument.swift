/// One document of a YAML stream.
public struct YAMLDocument: Sendable {
  /// The outermost value; nil when the document has no content.
  public let root: YAMLNode?

  /// Makes a document.
  public init(root: YAMLNode?) {
    self.root = root
  }
}
