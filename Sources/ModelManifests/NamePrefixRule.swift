public import Diagnostics

/// One entry of a mapping of name prefixes: `registry.tables`, or `serviceAliases`.
public struct NamePrefixRule: Sendable, Equatable {
  /// The first parts of a name, as a registry or another environment writes it.
  public var prefix: Located<String>
  /// The first parts of the fully qualified name that is meant.
  public var replacement: Located<String>

  /// Makes an entry.
  public init(prefix: Located<String>, replacement: Located<String>) {
    self.prefix = prefix
    self.replacement = replacement
  }
}
