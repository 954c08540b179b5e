public import JSONDocuments

/// Who the token belongs to.
public struct Principal: Sendable, Hashable {
  /// The user name, as `updatedBy` shows it.
  public let name: String
  /// Whether it is a bot.
  public let isBot: Bool

  /// Makes a principal.
  public init(name: String, isBot: Bool) {
    self.name = name
    self.isBot = isBot
  }

  /// Reads the answer of `/users/loggedInUser` leniently; nil without a name.
  public init?(_ document: JSON) {
    guard let name = document["name"]?.string else { return nil }
    self.init(name: name, isBot: document["isBot"]?.bool ?? false)
  }

  /// Whether others write under the same name, so that its writes prove nothing: a person's
  /// account, or the bot that every connector of the server uses.
  public var isShared: Bool { !isBot || name == "ingestion-bot" }
}
