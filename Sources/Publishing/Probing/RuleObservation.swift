/// What a server did, beside what is assumed of it.
public struct RuleObservation: Sendable, Hashable {
  /// The rule's short name.
  public let rule: String
  /// What it is about.
  public let title: String
  /// What is assumed of the server's line.
  public let assumed: String
  /// What the server did; nil when it was not tried.
  public let observed: String?
  /// Where the rule was read.
  public let source: String

  /// Whether the server does what is assumed.
  public var holds: Bool { observed == assumed }
}
