public import JSONDocuments

/// What creates one entity on an OpenMetadata server, or brings it up to date.
public struct EntityRequest: Sendable, Hashable {
  /// The collection to PUT to, below `/api`, such as `/v1/tables`.
  public var collection: String
  /// The entity's `fullyQualifiedName`.
  public var fullyQualifiedName: String
  /// The body.
  public var body: JSON
  /// Whether it is to be sent only when the server does not have the entity yet.
  ///
  /// A later request then says the rest, which needs other entities that come in between.
  public var isPreliminary = false

  /// Makes a request.
  init(collection: String, fullyQualifiedName: String, body: JSON) {
    self.collection = collection
    self.fullyQualifiedName = fullyQualifiedName
    self.body = body
  }
}
