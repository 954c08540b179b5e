public import Diagnostics

/// A value whose type only the catalog knows; scalars are kept as they are written.
public indirect enum PropertyValue: Sendable, Equatable {
  /// One entry of a mapping.
  public struct Entry: Sendable, Equatable {
    /// The key.
    public var key: Located<String>
    /// Its value.
    public var value: Located<PropertyValue>

    /// Makes an entry.
    public init(key: Located<String>, value: Located<PropertyValue>) {
      self.key = key
      self.value = value
    }
  }

  /// A scalar.
  case text(String)
  /// Nothing: `null`, `~` or no text at all.
  case nothing
  /// A list.
  case list([Located<PropertyValue>])
  /// A mapping in the order of the file.
  case mapping([Entry])
}
