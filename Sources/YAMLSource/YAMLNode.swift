public import Diagnostics

/// A value in a YAML text and the place that it was read from.
public struct YAMLNode: Sendable {
  /// What a value can be.
  public enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  /// The value; in mappings, merge keys are already resolved.
  public let content: Content
  /// The stretch where the value itself is written, anchor and tag not included.
  public let range: SourceRange
  /// Where the alias stands through which the value came here (`*name`), if it came through one.
  public let aliasRange: SourceRange?
  /// The key that is written first in a mapping, a merge key included; nil when there is none.
  public let firstKeyRange: SourceRange?

  /// Makes a node.
  public init(
    _ content: Content, range: SourceRange, aliasRange: SourceRange? = nil,
    firstKeyRange: SourceRange? = nil
  ) {
    self.content = content
    self.range = range
    self.aliasRange = aliasRange
    self.firstKeyRange = firstKeyRange
  }

  /// The place to show for this value: the alias when it came through one, else its own.
  public var place: SourceRange { aliasRange ?? range }

  /// The same node as seen through an alias.
  func seen(through alias: SourceRange) -> YAMLNode {
    YAMLNode(content, range: range, aliasRange: alias, firstKeyRange: firstKeyRange)
  }
}
