public import OpenMetadataEntities

extension OpenMetadataClient {
  /// Who the token belongs to.
  public func principal() async throws(OpenMetadataError) -> Principal {
    try await read(["users", "loggedInUser"]) { Principal($0) }
  }
}
