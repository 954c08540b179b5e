public import JSONDocuments

/// A user, as far as an owner needs it.
public struct User: Sendable, Hashable {
  /// What an owner refers to.
  public let reference: EntityReference
  /// The e-mail address.
  public let email: String?

  /// Makes a user.
  public init(reference: EntityReference, email: String?) {
    self.reference = reference
    self.email = email
  }

  /// Reads a user leniently; nil without id or name.
  public init?(_ document: JSON) {
    guard let id = document["id"]?.string, let name = document["name"]?.string else { return nil }
    reference = EntityReference(
      id: id, type: "user", name: name,
      fullyQualifiedName: document["fullyQualifiedName"]?.string ?? name,
      displayName: document["displayName"]?.string)
    email = document["email"]?.string
  }
}
