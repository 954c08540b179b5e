import HTTPClient
import JSONDocuments

/// What the token's user may do, and which keys sign tokens.
extension OpenMetadataClient {
  /// The operations on things of a kind, such as `mlmodel`, that some policy allows whatever the
  /// thing.
  ///
  /// What is allowed on condition is left out: the server's own policy allows everybody everything
  /// on what they own, and a publisher owns nothing.
  public func allowedOperations(
    on resource: String
  ) async throws(OpenMetadataError) -> Set<String> {
    try await read(["permissions", resource]) { document in
      guard let permissions = document["permissions"]?.array else { return nil }
      let allowed = permissions.filter { permission in
        permission["access"]?.string == "allow"
      }
      return Set(allowed.compactMap { $0["operation"]?.string })
    }
  }

  /// The identifiers of the keys that the server's own tokens are signed with.
  public func keyIdentifiers() async throws(OpenMetadataError) -> Set<String> {
    try await read(["system", "config", "jwks"]) { document in
      guard let keys = document["keys"]?.array else { return nil }
      return Set(keys.compactMap { $0["kid"]?.string })
    }
  }
}
