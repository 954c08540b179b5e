import HTTPClient
public import JSONDocuments
public import OpenMetadataEntities

/// Services and models are written here; the documents are those of the entities' encoders.
extension OpenMetadataClient {
  /// Creates a service by its create request.
  ///
  /// - Throws: ``OpenMetadataError/conflict(_:)`` for one that is there, which stays as it is.
  public func createService(_ request: JSON) async throws(OpenMetadataError) -> MlModelService {
    let path = ["services", "mlmodelServices"]
    let document = try await call(.post, path, body: request)
    try demand(document, "name", is: request["name"]?.string)
    return try decode(document, of: path) { MlModelService($0) }
  }

  /// Creates a model by its create request; an existing one would be changed field by field.
  public func putModel(_ request: JSON) async throws(OpenMetadataError) -> MlModel {
    let path = ["mlmodels"]
    let document = try await call(.put, path, body: request)
    try demand(document, "name", is: request["name"]?.string)
    return try decode(document, of: path) { MlModel($0) }
  }

  /// Brings a soft-deleted model back; one that is not deleted is refused.
  public func restoreModel(id: String) async throws(OpenMetadataError) -> MlModel {
    let path = ["mlmodels", "restore"]
    let document = try await call(.put, path, body: ["id": .string(id)])
    try demand(document, "id", is: id)
    return try decode(document, of: path) { MlModel($0) }
  }

  /// Brings a soft-deleted service back with all that it held, by its restore request.
  public func restoreService(_ request: JSON) async throws(OpenMetadataError) -> MlModelService {
    let path = ["services", "mlmodelServices", "restore"]
    return try decode(try await call(.put, path, body: request), of: path) { MlModelService($0) }
  }

  /// Changes a model by a JSON patch (RFC 6902).
  public func patchModel(
    id: String, _ operations: JSON
  ) async throws(OpenMetadataError) -> MlModel {
    let path = ["mlmodels", id]
    let document = try await call(
      .patch, path, body: operations, type: "application/json-patch+json")
    try demand(document, "id", is: id)
    return try decode(document, of: path) { MlModel($0) }
  }
}
