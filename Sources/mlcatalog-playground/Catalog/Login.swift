import FoundationEssentials
import HTTPClient
import JSONDocuments

/// A user who logs in with a password.
struct Login {
  let email: String
  let password: Secret

  /// The token of a new session.
  func token(from connection: CatalogConnection) async throws(PlaygroundFailure) -> Secret {
    // OpenMetadata takes passwords in base64.
    let encoded = Data(password.reveal().utf8).base64EncodedString()
    let answer = try await connection.send(
      .post, "/v1/users/login", body: ["email": .string(email), "password": .string(encoded)])
    guard let token = answer["accessToken"]?.string else {
      throw PlaygroundFailure(.unavailable, "the server gives no token to \(email)")
    }
    return Secret(token)
  }
}
