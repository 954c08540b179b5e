import FullyQualifiedNames
import HTTPClient

/// Gets tokens of an application from Microsoft Entra ID (OAuth 2.0 client credentials, RFC 6749
/// §4.4, with assertions after RFC 7523).
struct EntraTokenSource: TokenSource {
  let kind: CredentialKind
  let isFromFile: Bool
  let endpoint: String
  let client: String
  let proof: ClientProof
  let transport: any HTTPTransport
  let clock: any RetryClock

  var secrets: [Secret] { proof.secrets }

  func token(
    for resource: String, claims: String?
  ) async throws(AzureIdentityError) -> AccessToken {
    let (items, assertion) = try await proofItems()
    var form = [
      ("client_id", client), ("grant_type", "client_credentials"),
      ("scope", resource + "/.default"),
    ]
    form += items
    if let claims { form.append(("claims", claims)) }
    var request = HTTPRequest(
      .post, endpoint,
      headers: [
        "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded",
      ], body: Array(PercentEncoding.query(form).utf8))
    // Asking for a token again changes nothing.
    request.mayBeRepeated = true
    return try await exchange(hiding: [assertion].compactMap { $0 }).token(request)
  }

  private func exchange(hiding others: [Secret] = []) -> TokenExchange {
    TokenExchange(kind, transport, clock, hiding: secrets + others)
  }

  /// The items of the form that prove who we are, and the assertion among them.
  private func proofItems() async throws(AzureIdentityError) -> ([(String, String)], Secret?) {
    let assertion: Secret
    switch proof {
    case .secret(let secret): return ([("client_secret", secret.reveal())], nil)
    case .token(let token): assertion = token
    case .gitHub(let request): assertion = try await request.token(exchange())
    case .certificate(let certificate, let sendsChain):
      do throws(CertificateProblem) {
        assertion = try certificate.assertion(
          client: client, audience: endpoint, now: clock.secondsSince1970, sendsChain: sendsChain)
      } catch {
        throw .rejected(kind, status: nil, code: nil, message: error.message)
      }
    case .file(let path, let variable): assertion = try EntraTokenSource.token(path, variable)
    }
    let items = [
      ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
      ("client_assertion", assertion.reveal()),
    ]
    return (items, assertion)
  }

  /// The token in a file, read anew each time: whoever keeps the file replaces it.
  private static func token(
    _ path: String, _ variable: String
  ) throws(AzureIdentityError) -> Secret {
    let bytes = try CredentialFile.read(path, variable: variable)
    let text = String(decoding: bytes.filter { !" \t\r\n".utf8.contains($0) }, as: UTF8.self)
    guard TokenExchange.isToken(text) else {
      throw .unusableFile(variable: variable, path: path, reason: "it holds no token")
    }
    return Secret(text)
  }
}
