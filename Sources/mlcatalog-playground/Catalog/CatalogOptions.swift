import Arguments
import HTTPClient

/// The options that say which catalog a command talks to, and as whom.
struct CatalogOptions {
  private static let host = Option(
    "host", value: .text("URL"),
    help: "The address of the OpenMetadata server. Default: $OPENMETADATA_HOST")
  private static let password = Option(
    "admin-password", value: .text("PASSWORD"),
    help: "The password of the administrator. Default on this machine: admin")
  private static let allowsPlainHTTP = Option(
    "allow-plain-http", help: "Send passwords and tokens without encryption to another machine")

  static let all = [host, password, allowsPlainHTTP]

  private let host: ServerURL
  private let password: Secret?
  private let allowsPlainHTTP: Bool
  private let environment: [String: String]

  init(
    _ arguments: ParsedArguments, environment: [String: String]
  ) throws(PlaygroundFailure) {
    self.environment = environment
    password = arguments.value(Self.password).map(Secret.init)
    allowsPlainHTTP = arguments.contains(Self.allowsPlainHTTP)
    guard let text = arguments.value(Self.host) ?? environment["OPENMETADATA_HOST"], !text.isEmpty
    else {
      throw PlaygroundFailure(
        .usage, "no host given", remedy: "add '--host http://127.0.0.1:8585'")
    }
    do {
      host = try ServerURL(parsing: text).dropping(pathSuffix: "/api")
    } catch {
      throw PlaygroundFailure(.usage, "the host is no address: \(error)")
    }
  }

  /// A connection with the token of the environment, or else as administrator.
  func connect() async throws(PlaygroundFailure) -> CatalogConnection {
    guard password == nil, let token = environment["OPENMETADATA_JWT_TOKEN"], !token.isEmpty else {
      return try await connectAsAdministrator()
    }
    return try anonymous().authenticated(by: Secret(token))
  }

  /// A connection of the administrator, who logs in for it.
  func connectAsAdministrator() async throws(PlaygroundFailure) -> CatalogConnection {
    let connection = try anonymous()
    guard let password = password ?? (host.isLoopback ? Secret("admin") : nil) else {
      throw PlaygroundFailure(
        .notPermitted, "no password for the administrator of \(host)",
        remedy: "add '--admin-password', or set OPENMETADATA_JWT_TOKEN for 'ingest'")
    }
    let login = Login(email: "admin@open-metadata.org", password: password)
    return connection.authenticated(by: try await login.token(from: connection))
  }

  private func anonymous() throws(PlaygroundFailure) -> CatalogConnection {
    let destination = TokenDestination(
      host: host, from: .option, token: .environment, allowsPlainHTTP: allowsPlainHTTP)
    if let refusal = destination.refusal {
      throw PlaygroundFailure(
        .notPermitted, "\(refusal)",
        remedy: "use https, or '--allow-plain-http' if nobody can listen")
    }
    do {
      let configuration = try TransportConfiguration(environment: environment)
      return CatalogConnection(CurlTransport(configuration: configuration), host: host)
    } catch {
      throw PlaygroundFailure(.usage, "\(error)")
    }
  }
}
