public import JSONDocuments

/// A team, as far as an owner needs it.
public struct Team: Sendable, Hashable {
  /// What an owner refers to.
  public let reference: EntityReference
  /// The team's type; only a `Group` can own.
  public let teamType: String

  /// Makes a team.
  public init(reference: EntityReference, teamType: String) {
    self.reference = reference
    self.teamType = teamType
  }

  /// Reads a team leniently; nil without id or name.
  public init?(_ document: JSON) {
    guard let id = document["id"]?.string, let name = document["name"]?.string else { return nil }
    reference = EntityReference(
      id: id, type: "team", name: name,
      fullyQualifiedName: document["fullyQualifiedName"]?.string ?? name,
      displayName: document["displayName"]?.string)
    teamType = document["teamType"]?.string ?? "Group"
  }
}
