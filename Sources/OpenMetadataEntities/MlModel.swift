public import JSONDocuments

/// An ML model as the catalog gave it; the document is kept whole, so that what a write does not
/// manage can be carried over.
public struct MlModel: Sendable, Hashable {
  /// The id, a UUID.
  public let id: String
  /// The model's name.
  public let name: String
  /// The fully qualified name.
  public let fullyQualifiedName: String
  /// The version with its lexeme: a patch's `test` must send exactly that.
  public let version: JSONNumber
  /// When it was last changed, in milliseconds since 1970, with its lexeme.
  public let updatedAt: JSONNumber
  /// The user name of who changed it last.
  public let updatedBy: String
  /// Whether it is soft-deleted.
  public let isDeleted: Bool
  /// The service it belongs to.
  public let service: EntityReference?
  /// The service's type, such as `CustomMlModel`.
  public let serviceType: String?
  /// Everything as it was read.
  public let document: JSON

  /// The values of the custom properties.
  public var customProperties: JSONObject { document["extension"]?.object ?? JSONObject() }

  /// Reads a model leniently; nil without id, name or fully qualified name.
  public init?(_ document: JSON) {
    guard let id = document["id"]?.string, let name = document["name"]?.string,
      let fullyQualifiedName = document["fullyQualifiedName"]?.string
    else { return nil }
    self.id = id
    self.name = name
    self.fullyQualifiedName = fullyQualifiedName
    version = document["version"]?.number ?? JSONNumber(lexeme: "0.1")
    updatedAt = document["updatedAt"]?.number ?? JSONNumber(0)
    updatedBy = document["updatedBy"]?.string ?? "unknown"
    isDeleted = document["deleted"]?.bool ?? false
    service = EntityReference(document["service"])
    serviceType = document["serviceType"]?.string
    self.document = document
  }
}
