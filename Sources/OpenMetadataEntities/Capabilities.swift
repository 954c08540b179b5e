public import FullyQualifiedNames

/// What a server of a certain version can do and wants; every difference between lines that the
/// publisher knows of has its name here.
public struct Capabilities: Sendable, Hashable {
  /// The version they were derived from.
  public let version: ServerVersion

  /// The capabilities of a version.
  public init(version: ServerVersion) {
    self.version = version
  }

  /// How names are quoted in a `fullyQualifiedName`: doubled quotes from 1.13 on.
  public var quoting: NameQuoting {
    version.isAtLeast(1, 13) ? .doublesQuotes : .rejectsQuotes
  }

  /// Whether an entity has a list of `domains` (1.9 and later) instead of one `domain`.
  public var hasDomainList: Bool { version.isAtLeast(1, 9) }

  /// Whether edges into a model can say which columns lead to which features (1.3 and later).
  public var takesColumnLineage: Bool { version.isAtLeast(1, 3) }

  /// Whether this is one of the lines that the rules were written for: 1.5 up to 2.0.
  public var isKnown: Bool {
    version.isAtLeast(1, 5) && !version.isAtLeast(2, 1)
  }

  /// The `fields` to ask for with a model so that nothing that a write could touch is missing.
  public var modelFields: [String] {
    [
      "owners", "tags", hasDomainList ? "domains" : "domain", "dataProducts", "dashboard",
      "extension",
    ]
  }

  /// The `fields` to ask for with a model that is to be described: what a write could touch, and
  /// what only the catalog says of it.
  public var describedModelFields: [String] { modelFields + ["followers", "votes", "lifeCycle"] }
}
