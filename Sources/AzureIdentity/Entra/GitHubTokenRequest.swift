import FullyQualifiedNames
import HTTPClient
import JSONDocuments

/// Asks GitHub for the token that says which repository and branch a workflow runs for.
///
/// It lives for minutes only, so it is asked for anew before each use.
struct GitHubTokenRequest: Sendable {
  let address: AzureAddress
  let secret: Secret
  let audience: String

  /// The token.
  func token(_ exchange: TokenExchange) async throws(AzureIdentityError) -> Secret {
    let url = address.adding("audience=" + PercentEncoding.segment(audience))
    let request = HTTPRequest(
      .get, url,
      headers: ["Accept": "application/json", "Authorization": "bearer \(secret.reveal())"])
    let document = try await exchange.document(request)
    guard let text = document["value"]?.string, TokenExchange.isToken(text) else {
      throw .invalidAnswer(.gitHubOIDC, status: 200)
    }
    return Secret(text)
  }
}
