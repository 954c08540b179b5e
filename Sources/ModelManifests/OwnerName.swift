/// An owner as a manifest names it: a user's name or e-mail address, or `team:NAME`.
public struct OwnerName: Sendable, Hashable {
  /// What kind of entity owns.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
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

  /// Reads `jane.doe`, `jane.doe@example.com` or `team:Data Science`; nil when it is none of them.
  public init?(_ text: String) {
    let isTeam = text.hasPrefix("team:")
    let name = isTeam ? String(text.dropFirst("team:".count)) : text
    guard name.contains(where: { !$0.isWhitespace }), name.first != " ", name.last != " " else {
      return nil
    }
    if !isTeam {
      let parts = name.split(separator: "@", omittingEmptySubsequences: false)
      guard !name.contains(":"), parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
        return nil
      }
    }
    self.init(kind: isTeam ? .team : .user, name: name)
  }
}
