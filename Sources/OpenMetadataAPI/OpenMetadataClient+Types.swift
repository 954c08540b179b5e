import HTTPClient
public import JSONDocuments

/// Kinds of entities and of values, which OpenMetadata calls types; custom properties belong to them.
extension OpenMetadataClient {
  /// The id of a type, such as `mlmodel` or `string`.
  public func typeID(named name: String) async throws(OpenMetadataError) -> String {
    try await read(["metadata", "types", "name", name]) { $0["id"]?.string }
  }

  /// Defines a custom property of a type; an existing one of that name would be changed.
  public func putCustomProperty(
    _ request: JSON, ofType id: String
  ) async throws(OpenMetadataError) {
    _ = try await call(.put, ["metadata", "types", id], body: request)
  }
}
