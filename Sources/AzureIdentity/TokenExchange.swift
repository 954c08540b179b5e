import HTTPClient
import JSONDocuments

/// Sends a request for a token and reads what comes back.
struct TokenExchange: Sendable {
  let kind: CredentialKind
  let transport: any HTTPTransport
  let clock: any RetryClock
  let redactor: Redactor

  init(
    _ kind: CredentialKind, _ transport: any HTTPTransport, _ clock: any RetryClock,
    hiding secrets: [Secret]
  ) {
    self.kind = kind
    self.transport = transport
    self.clock = clock
    redactor = Redactor(secrets)
  }

  /// The token in the answer to a request.
  func token(_ request: HTTPRequest) async throws(AzureIdentityError) -> AccessToken {
    let document = try await document(request)
    guard let text = document["access_token"]?.string, Self.isToken(text) else {
      throw .invalidAnswer(kind, status: 200)
    }
    let now = clock.secondsSince1970
    let end = document["expires_on"].flatMap(TokenLifetime.moment).map { max(0, $0) - now }
    guard let lifetime = document["expires_in"].flatMap(TokenLifetime.seconds) ?? end
    else { throw .invalidAnswer(kind, status: 200) }
    return AccessToken(
      Secret(text), now: now, lifetime: lifetime,
      refresh: document["refresh_in"].flatMap(TokenLifetime.seconds))
  }

  /// The JSON object that answers a request.
  func document(_ request: HTTPRequest) async throws(AzureIdentityError) -> JSON {
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await transport.send(request)
    } catch {
      throw .unreachable(kind, error)
    }
    let document = try? JSON(parsing: response.body)
    if response.status == 200 {
      guard let document, document.object != nil else { throw .invalidAnswer(kind, status: 200) }
      return document
    }
    if RetryRule.isTransient(response) || response.status >= 500 {
      throw .gaveUp(kind, status: response.status)
    }
    guard let document, (400..<500).contains(response.status) else {
      throw .invalidAnswer(kind, status: response.status)
    }
    throw refusal(document, status: response.status)
  }

  /// What the service says about its refusal, without the identifiers that follow it.
  private func refusal(_ document: JSON, status: Int) -> AzureIdentityError {
    let text =
      document["error_description"]?.string ?? document["message"]?.string
      ?? document["error"]?.string ?? "status \(status)"
    let sentence = text.firstRange(of: " Trace ID:").map { String(text[..<$0.lowerBound]) } ?? text
    let line = sentence.split(whereSeparator: \.isNewline).first.map(String.init) ?? sentence
    let message = ForeignText.presentable(redactor.redact(line))
    return .rejected(
      kind, status: status, code: Self.code(in: line) ?? document["error"]?.string,
      message: message)
  }

  /// The first code such as `AADSTS7000215`.
  private static func code(in text: String) -> String? {
    guard let range = text.firstRange(of: "AADSTS") else { return nil }
    return "AADSTS" + text[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
  }

  /// Whether a header field could carry the text.
  static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
