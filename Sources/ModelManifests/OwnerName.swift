/// An owner as a manifest names it: a user's name or e-mail address, or `team:NAME`.
public struct OwnerName: Sendable, Hashable {
  /// What kind of entity owns.
  public enum Kind: String, Sendable, Hashable {
    case user
    case team
  }

  /// A user or a team.
  public var kind: Kind
  /// The user's name or e-mail address as written, or the team's name.
  public var name: String

  /// Makes an owner's name.
  public init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}
