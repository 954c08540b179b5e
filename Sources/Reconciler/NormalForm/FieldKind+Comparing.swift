import JSONDocuments

extension FieldKind {
  /// Whether two values of a field of this kind are the same; numbers are by what they mean.
  ///
  /// White space at the end of prose does not count: YAML's `|` adds a line end that editors of
  /// rich text drop.
  func areSame(_ one: JSON?, _ other: JSON?) -> Bool {
    if one == other { return true }
    guard let one, let other else { return false }
    if self == .technical { return one.hasSameValue(as: other) }
    guard let one = one.string, let other = other.string else { return false }
    return FieldKind.trimmed(one) == FieldKind.trimmed(other)
  }

  private static func trimmed(_ text: String) -> Substring {
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return text[...last]
  }
}
