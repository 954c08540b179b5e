public import Diagnostics
public import HTTPClient

/// Where the server is, who we are, and how requests travel.
public struct ConnectionSettings: Sendable {
  /// The server without `/api`.
  public let server: ServerURL
  /// What names the server, in words.
  let serverSource: String
  /// The token, which may go to that server.
  public let token: Secret
  /// Where the token was found, in words.
  let tokenSource: String
  /// How requests are sent.
  public let transport: TransportConfiguration

  /// Everything that no output may show.
  public var secrets: [Secret] { [token] + transport.secrets }

  /// Puts the settings together: option, then environment, then `.env`, then project config.
  ///
  /// `.env` is a file of the project, which a pull request may change; so it says how requests
  /// travel (certificates, proxies, headers) only when the token comes from it too.
  ///
  /// - Parameters:
  ///   - options: What the command line says.
  ///   - environment: The variables.
  ///   - file: The `.env`; nil when there is none.
  ///   - projectHost: The server that the project config names for the environment selected.
  /// - Throws: ``SettingsError``, before any socket is opened, when no server or no token is named
  ///   or when the token may not go to the server.
  public init(
    options: ConnectionOptions, environment: [String: String], file: EnvironmentFile?,
    projectHost: Located<String>? = nil
  ) throws(SettingsError) {
    let (server, hostOrigin, serverSource) = try Self.server(
      options, environment, file, projectHost)
    self.server = server
    self.serverSource = serverSource
    let ((token, source), tokenOrigin) = try Self.token(environment, file)
    self.token = token
    tokenSource = source
    try Self.checkDestination(server, hostOrigin, tokenOrigin, options, environment)
    var variables = environment
    if case .file = tokenOrigin, let file {
      variables.merge(file.values) { own, _ in own }
    }
    do throws(TransportConfigurationError) {
      transport = try TransportConfiguration(
        environment: variables, concurrency: options.concurrency)
    } catch {
      throw .invalidVariable(name: error.variable, problem: error.problem)
    }
  }

  private typealias FoundToken = (token: Secret, source: String)

  private static let hostVariables = ["OPENMETADATA_HOST", "OPENMETADATA_SERVER_URL"]
  private static let tokenVariables = ["OPENMETADATA_JWT_TOKEN", "OPENMETADATA_TOKEN"]

  static func server(
    _ options: ConnectionOptions, _ environment: [String: String], _ file: EnvironmentFile?,
    _ projectHost: Located<String>?
  ) throws(SettingsError) -> (ServerURL, TokenDestination.HostOrigin, source: String) {
    if let host = options.host {
      return (try address(host, "--host", isOption: true), .option, "--host")
    }
    if let (name, host) = first(hostVariables, in: environment) {
      return (try address(host, name), .environment, name)
    }
    if let file, let (name, host) = first(hostVariables, in: file.values) {
      let source = "\(name) in \(file.path)"
      return (try address(host, source), .environmentFile, source)
    }
    if let projectHost {
      let source = "host at \(projectHost.range)"
      return (try address(projectHost.value, source), .projectConfig, source)
    }
    throw .noHost
  }

  private static func address(
    _ text: String, _ source: String, isOption: Bool = false
  ) throws(SettingsError) -> ServerURL {
    do throws(ServerURLError) {
      return try ServerURL(parsing: text).dropping(pathSuffix: "/api")
    } catch {
      throw .invalidHost(source: source, isOption: isOption, problem: error.message)
    }
  }

  private static func token(
    _ environment: [String: String], _ file: EnvironmentFile?
  ) throws(SettingsError) -> (FoundToken, TokenDestination.TokenOrigin) {
    if let found = try token(in: environment) {
      try check(found)
      return (found, .environment)
    }
    if let file, var found = try token(in: file.values) {
      try check(found)
      let host = first(hostVariables, in: file.values).flatMap { try? ServerURL(parsing: $0.value) }
      found.source += " in \(file.path)"
      // Whoever writes a path into `.env` need not be the one whose token is there.
      let isOwn = first(tokenVariables, in: file.values) != nil
      return (found, isOwn ? .file(host: host) : .environment)
    }
    throw .noToken
  }

  /// A header field could not carry it, or the server would call it a bad signature.
  private static func check(_ found: FoundToken) throws(SettingsError) {
    let text = found.token.reveal()
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .malformedToken(
        source: found.source, hasScheme: text.lowercased().hasPrefix("bearer "))
    }
  }

  private static func token(in variables: [String: String]) throws(SettingsError) -> FoundToken? {
    if let (name, token) = first(tokenVariables, in: variables) { return (Secret(token), name) }
    guard let (name, path) = first(tokenVariables.map { $0 + "_FILE" }, in: variables) else {
      return nil
    }
    do throws(FileError) {
      let bytes = try FileSystem.read(path, limit: 64 * 1024)
      let token = trimmed(String(decoding: bytes, as: UTF8.self))
      if !token.isEmpty { return (Secret(token), "\(path), the file of \(name)") }
    } catch {
      throw .unreadableTokenFile(variable: name, error)
    }
    throw .emptyTokenFile(variable: name, path: path)
  }

  private static func checkDestination(
    _ server: ServerURL, _ hostOrigin: TokenDestination.HostOrigin,
    _ tokenOrigin: TokenDestination.TokenOrigin, _ options: ConnectionOptions,
    _ environment: [String: String]
  ) throws(SettingsError) {
    let allowedHosts: AllowedHosts
    do throws(ServerURLError) {
      allowedHosts = try AllowedHosts(parsing: environment["MLCATALOG_ALLOWED_HOSTS"] ?? "")
    } catch {
      throw .invalidVariable(name: "MLCATALOG_ALLOWED_HOSTS", problem: error.message)
    }
    let destination = TokenDestination(
      host: server, from: hostOrigin, token: tokenOrigin, allowedHosts: allowedHosts,
      allowsPlainHTTP: options.allowsPlainHTTP)
    if let refusal = destination.refusal { throw .refused(refusal) }
  }

  /// The first variable that is set and not empty.
  private static func first(
    _ names: [String], in variables: [String: String]
  ) -> (name: String, value: String)? {
    for name in names {
      if let value = variables[name], !trimmed(value).isEmpty { return (name, trimmed(value)) }
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
