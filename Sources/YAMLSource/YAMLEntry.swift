/// A key and its value in a mapping.
public struct YAMLEntry: Sendable {
  /// The key; one that is no scalar is for the reader of the mapping to refuse.
  public let key: YAMLNode
  /// The value.
  public let value: YAMLNode

  /// Pairs a key with its value.
  public init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }

  /// The key's text; nil when the key is no scalar.
  public var keyText: String? {
    if case .scalar(let scalar) = key.content { scalar.text } else { nil }
  }
}
