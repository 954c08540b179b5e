/// One value as text; nothing is guessed from it.
public struct YAMLScalar: Sendable, Hashable {
  /// The text, with quotes and escapes resolved.
  public let text: String
  /// How it is written.
  public let style: YAMLScalarStyle
  /// Its tag in full (`tag:yaml.org,2002:str`), when one is written.
  public let tag: String?

  /// Makes a scalar.
  public init(text: String, style: YAMLScalarStyle = .plain, tag: String? = nil) {
    self.text = text
    self.style = style
    self.tag = tag
  }

  /// Whether it says "explicitly empty": plain `~`, `null`, `Null`, `NULL` or nothing at all.
  ///
  /// A tag other than `!!null` makes it text.
  public var isNull: Bool {
    guard style == .plain, tag == nil || tag == "tag:yaml.org,2002:null" else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}
