/// How a line of OpenMetadata servers writes the parts of a `fullyQualifiedName`.
public enum NameQuoting: Sendable, Hashable {
  /// Servers up to 1.12: a part with a dot is wrapped in quotes, a quote in a name is refused.
  case rejectsQuotes
  /// Servers from 1.13: a part with a dot or a quote is wrapped, and its quotes are doubled.
  case doublesQuotes
}
