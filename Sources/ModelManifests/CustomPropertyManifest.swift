public import Diagnostics

/// One entry of `extension`: a custom property of the catalog and its value.
public struct CustomPropertyManifest: Sendable, Equatable {
  /// The property's name.
  public var name: Located<String>
  /// The value; explicitly empty when the property shall have none.
  public var value: Given<PropertyValue>

  /// Makes an entry.
  public init(name: Located<String>, value: Given<PropertyValue>) {
    self.name = name
    self.value = value
  }
}
