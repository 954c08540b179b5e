import Arguments
import EmbeddedCatalog

/// `serve`: the embedded catalog, until a signal ends it.
struct ServeCommand {
  private static let port = Option(
    "port", value: .number("PORT", 0...65_535), help: "The port; 0 takes a free one. Default: 8585")
  private static let host = Option(
    "host", value: .text("ADDRESS"), help: "The address to listen on. Default: 127.0.0.1")
  private static let data = Option(
    "data", value: .text("FILE"),
    help: "Keep entities, users and keys in FILE. Default: :memory:, which keeps nothing")
  private static let version = Option(
    "om-version", value: .text("VERSION"),
    help: "Answer as this version of OpenMetadata. Default: 1.5.10")
  private static let password = Option(
    "admin-password", value: .text("PASSWORD"),
    help: "The administrator's password in a new data file. Default: admin")
  private static let readyFile = Option(
    "ready-file", value: .text("FILE"), help: "Write the base URL to FILE once it listens")
  private static let faults = Option(
    "faults", value: .text("FILE"),
    help: "Let go wrong what the JSON in FILE says; read again on SIGHUP")
  private static let allowsRemote = Option(
    "allow-remote", help: "Allow an address that other machines can reach")

  static let command = Command(
    name: "serve", summary: "Run the embedded catalog until it is interrupted",
    options: [port, host, data, version, password, faults, readyFile, allowsRemote])

  private let configuration: CatalogConfiguration
  private let allowsRemote: Bool
  private let readyFile: String?
  private let faults: FaultSettings?

  init(_ arguments: ParsedArguments) throws(PlaygroundFailure) {
    var configuration = CatalogConfiguration()
    // The table admits no number that does not fit.
    configuration.port = UInt16(clamping: arguments.integer(Self.port) ?? 8585)
    if let host = arguments.value(Self.host) {
      configuration.host = host == "localhost" ? "127.0.0.1" : host
    }
    if let path = arguments.value(Self.data) { configuration.dataPath = path }
    if let version = arguments.value(Self.version) { configuration.version = version }
    if let password = arguments.value(Self.password) {
      guard !password.isEmpty else {
        throw PlaygroundFailure(.usage, "the password for '--admin-password' is empty")
      }
      configuration.adminPassword = password
    }
    self.configuration = configuration
    allowsRemote = arguments.contains(Self.allowsRemote)
    readyFile = arguments.value(Self.readyFile)
    faults = arguments.value(Self.faults).map(FaultSettings.init)
  }

  func run() throws(PlaygroundFailure) {
    let isLocal = configuration.host.hasPrefix("127.") || configuration.host == "::1"
    guard allowsRemote || isLocal else {
      throw PlaygroundFailure(
        .usage, "other machines could reach a catalog on \(configuration.host)",
        remedy: "add '--allow-remote' if they should, and choose an '--admin-password'")
    }
    var configuration = configuration
    if let faults { configuration.faults = try faults.read() }
    let signals = ServerSignals(takesHangUp: faults != nil)
    let server: CatalogServer
    do throws(CatalogServerError) {
      server = try CatalogServer(configuration)
      try server.start()
    } catch {
      if error.isVersionInvalid {
        throw PlaygroundFailure(
          .usage, "the version for '--om-version': \(error)",
          remedy: "write it like \(CatalogConfiguration().version)")
      }
      throw PlaygroundFailure(
        .unavailable, "the catalog does not start: \(error)",
        remedy: "'--port 0' takes a free port, and '--data' another file")
    }
    defer { server.stop() }
    announce(server.baseURL)
    warnOfUnknownLine()
    faults?.announce(configuration.faults)
    if let readyFile { try ReadyFile(path: readyFile).write(server.baseURL) }
    while case .readAgain = signals.wait() { faults?.readAgain(for: server) }
  }

  private func warnOfUnknownLine() {
    guard let nearest = configuration.nearestKnownLine else { return }
    let known = CatalogConfiguration.knownLines
    Output.complain(
      "warning: OpenMetadata \(configuration.version) is not one of the lines that it knows,"
        + " \(known.first) to \(known.last); it answers under that name as \(nearest) does")
  }

  private func announce(_ baseURL: String) {
    let password =
      configuration.adminPassword == CatalogConfiguration().adminPassword
      ? "'\(configuration.adminPassword)'" : "the one given"
    Output.complain(
      "catalog at \(baseURL), answering as OpenMetadata \(configuration.version);"
        + " user admin@open-metadata.org, password of a new data file: \(password)")
  }
}
