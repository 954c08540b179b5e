public import JSONDocuments

/// An ML model service.
public struct MlModelService: Sendable, Hashable {
  /// The type of services that no connector fills.
  public static let ownType = "CustomMlModel"

  /// The id, a UUID.
  public let id: String
  /// The service's name, unquoted.
  public let name: String
  /// The service's type, such as `CustomMlModel` or `Mlflow`.
  public let serviceType: String
  /// Whether it is soft-deleted.
  public let isDeleted: Bool
  /// Who changed it last; nil when the server does not tell.
  public let updatedBy: String?
  /// When it was changed last, in milliseconds since 1970.
  public let updatedAt: Int64?

  /// Makes a service.
  public init(
    id: String, name: String, serviceType: String, isDeleted: Bool = false,
    updatedBy: String? = nil, updatedAt: Int64? = nil
  ) {
    self.updatedBy = updatedBy
    self.updatedAt = updatedAt
    self.id = id
    self.name = name
    self.serviceType = serviceType
    self.isDeleted = isDeleted
  }

  /// Reads a service leniently; nil without id or name.
  public init?(_ document: JSON) {
    guard let id = document["id"]?.string, let name = document["name"]?.string else { return nil }
    self.init(
      id: id, name: name, serviceType: document["serviceType"]?.string ?? "unknown",
      isDeleted: document["deleted"]?.bool ?? false,
      updatedBy: document["updatedBy"]?.string, updatedAt: document["updatedAt"]?.integer)
  }
}
