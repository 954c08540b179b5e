public import AzureIdentity
import FullyQualifiedNames
public import HTTPClient
public import JSONDocuments

/// Speaks Azure Resource Manager's REST API.
///
/// Lists are followed as the service links their pages, a refused token is replaced once, and
/// nothing is sent to a host that nobody named. Nothing here has been run against the live service:
/// the tests' server answers as recordings of it do, and Microsoft's own client finds it right.
public struct ResourceManagerClient: Sendable {
  /// Where Resource Manager is.
  public let server: ServerURL

  private let credential: AzureCredential
  private let settings: ResourceManagerSettings
  private let transport: any HTTPTransport

  /// The most pages that a list may have.
  private static let longestList = 1000

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - cloud: Where Resource Manager is.
  ///   - credential: Signs in.
  ///   - settings: The version of the API, and hosts that lists may lead to.
  ///   - transport: What carries the requests; it repeats those that fail for the moment.
  public init(
    cloud: AzureCloud, credential: AzureCredential,
    settings: ResourceManagerSettings = ResourceManagerSettings(), transport: any HTTPTransport
  ) {
    server = cloud.resourceManager.server
    self.credential = credential
    self.settings = settings
    self.transport = transport
  }

  /// The document at a path.
  ///
  /// - Parameters:
  ///   - path: The segments, not yet percent-encoded.
  ///   - query: The items beside `api-version`.
  /// - Throws: ``ResourceManagerError``.
  public func get(
    _ path: [String], _ query: [(String, String)] = []
  ) async throws(ResourceManagerError) -> JSON {
    try await read(url(path, query))
  }

  /// The elements of the list at a path, of all its pages or of the first ones.
  ///
  /// - Parameters:
  ///   - path: The segments, not yet percent-encoded.
  ///   - query: The items beside `api-version`.
  ///   - pages: How many pages are read at most.
  /// - Returns: The elements, and whether there are more.
  /// - Throws: ``ResourceManagerError``, such as `.foreignLink` before anything is sent there.
  public func list(
    _ path: [String], _ query: [(String, String)] = [], pages: Int = .max
  ) async throws(ResourceManagerError) -> (elements: [JSON], hasMore: Bool) {
    var elements: [JSON] = []
    var next = url(path, query)
    var seen: Set<String> = []
    while true {
      guard seen.count < ResourceManagerClient.longestList, seen.insert(next).inserted else {
        throw .invalidAnswer("the pages of a list lead in a circle or have no end")
      }
      let page = try await read(next)
      guard let values = page["value"]?.array else {
        throw .invalidAnswer("a list has no member 'value'")
      }
      elements += values
      guard let link = page["nextLink"]?.string, !link.isEmpty else { return (elements, false) }
      if seen.count >= pages { return (elements, true) }
      try check(link)
      next = link
    }
  }

  private func url(_ path: [String], _ query: [(String, String)]) -> String {
    let segments = path.map { PercentEncoding.segment($0) }.joined(separator: "/")
    let items = [("api-version", settings.apiVersion)] + query
    return "\(server)/\(segments)?\(PercentEncoding.query(items))"
  }

  /// Makes sure that a link leads to Resource Manager or to a host that the operator named.
  private func check(_ link: String) throws(ResourceManagerError) {
    let origin = link.firstRange(of: "://").map { separator in
      let rest = link[separator.upperBound...]
      return link[..<(rest.firstIndex { "/?#".contains($0) } ?? link.endIndex)]
    }
    guard let origin, let target = try? ServerURL(parsing: String(origin)) else {
      throw .invalidAnswer("a list goes on at something that is no address")
    }
    let isOwn =
      (target.scheme, target.host, target.port) == (server.scheme, server.host, server.port)
    guard isOwn || target.isSecure && settings.allowedHosts.contains(target) else {
      throw .foreignLink(host: target.authority)
    }
  }

  private func read(_ url: String) async throws(ResourceManagerError) -> JSON {
    var token = try await signedIn { () throws(AzureIdentityError) in
      try await credential.current()
    }
    var response = try await send(url, token)
    if response.status == 401 {
      let claims = ClaimsChallenge.claims(in: response.headers["WWW-Authenticate"])
      token = try await signedIn { () throws(AzureIdentityError) in
        try await credential.replacing(token, claims: claims)
      }
      response = try await send(url, token)
    }
    return try AnswerReader(server, hiding: credential.secrets + [token.secret])
      .document(response)
  }

  private func signedIn(
    _ ask: () async throws(AzureIdentityError) -> AccessToken
  ) async throws(ResourceManagerError) -> AccessToken {
    do throws(AzureIdentityError) {
      return try await ask()
    } catch {
      throw .signIn(error)
    }
  }

  private func send(
    _ url: String, _ token: AccessToken
  ) async throws(ResourceManagerError) -> HTTPResponse {
    let request = HTTPRequest(
      .get, url,
      headers: [
        "Accept": "application/json", "Authorization": "Bearer \(token.secret.reveal())",
      ])
    do throws(TransportError) {
      return try await transport.send(request)
    } catch {
      throw .unreachable(error)
    }
  }
}
