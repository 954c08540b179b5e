/// Whether this version can do what a key says.
public enum FieldStatus: Sendable, Hashable {
  case supported
  /// Part of the format, refused by name until it is supported.
  case later
}
