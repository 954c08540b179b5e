import JSONDocuments

/// Who sends a request.
struct Principal: Sendable, Hashable {
  let id: String
  let name: String
  let isBot: Bool
  let isAdmin: Bool

  /// Nobody, for requests that need no token.
  static let anonymous = Principal(id: "", name: "anonymous", isBot: false, isAdmin: false)

  /// The server itself, when it fills an empty catalog.
  static let system = Principal(id: "", name: "system", isBot: false, isAdmin: true)

  init(id: String, name: String, isBot: Bool, isAdmin: Bool) {
    self.id = id
    self.name = name
    self.isBot = isBot
    self.isAdmin = isAdmin
  }

  init(_ user: EntityRow) {
    self.init(
      id: user.id, name: user.name, isBot: user.document["isBot"] == true,
      isAdmin: user.document["isAdmin"] == true)
  }
}
