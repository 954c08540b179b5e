/// A change of a file's text that mends what a finding names.
///
/// An empty range inserts; an empty replacement removes.
public struct TextEdit: Sendable, Hashable {
  /// The characters that are replaced.
  public var range: SourceRange
  /// What stands in their place, as it is to be written in the file.
  public var replacement: String

  /// Makes an edit.
  public init(replacing range: SourceRange, with replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}
