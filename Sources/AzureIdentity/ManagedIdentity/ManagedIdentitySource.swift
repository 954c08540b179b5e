import FullyQualifiedNames
import HTTPClient

/// Asks the platform that this machine runs on for a token of the machine's own identity.
struct ManagedIdentitySource: TokenSource {
  let kind: CredentialKind
  let isFromFile: Bool
  let address: AzureAddress
  /// The item `api-version` of the query.
  let version: String
  /// The header field that shows that we run on the machine, and its value.
  let header: (name: String, value: Secret)
  /// The item that names one of several identities, and its value.
  let client: (name: String, id: String)?
  let transport: any HTTPTransport
  let clock: any RetryClock

  var secrets: [Secret] { header.name == "Metadata" ? [] : [header.value] }

  func token(
    for resource: String, claims: String?
  ) async throws(AzureIdentityError) -> AccessToken {
    var attempt = 0
    while true {
      do throws(AzureIdentityError) {
        let exchange = TokenExchange(kind, transport, clock, hiding: secrets)
        return try await exchange.token(request(for: resource))
      } catch {
        attempt += 1
        guard attempt < 3, isPassing(error) else { throw error }
        try? await clock.sleep(for: .seconds(attempt))
      }
    }
  }

  /// The request; the service has its own cache, which it empties when a token was revoked.
  func request(for resource: String) -> HTTPRequest {
    var query = [("api-version", version), ("resource", resource)]
    if let client { query.append((client.name, client.id)) }
    return HTTPRequest(
      .get, address.adding(PercentEncoding.query(query)),
      headers: HTTPHeaders([
        HTTPHeaders.Field(name: "Accept", value: "application/json"),
        HTTPHeaders.Field(name: header.name, value: header.value.reveal()),
      ]))
  }

  /// Whether the service of virtual machines is only being updated: it says 404, 410 or 500 then.
  private func isPassing(_ error: AzureIdentityError) -> Bool {
    guard kind == .virtualMachineIdentity, !Task.isCancelled else { return false }
    switch error {
    case .gaveUp(_, let status): return status == 500
    case .invalidAnswer(_, let status): return [404, 410].contains(status)
    case .rejected(_, let status, _, _): return status == 404 || status == 410
    default: return false
    }
  }
}
