import Arguments
import Publishing

/// What the command line says of the project and of the servers, the same for every command.
struct ProjectRequest: Sendable {
  static let config = Option(
    "config", value: .text("FILE"),
    help: "The project config; mlcatalog.yaml up to the repository's root when not given")
  static let env = Option(
    "env", value: .text("NAME"),
    help: "The environment of the project config: its server, service and registry")
  static let host = Option(
    "host", value: .text("URL"),
    help: "The OpenMetadata server; OPENMETADATA_HOST when not given")
  static let allowPlainHTTP = Option(
    "allow-plain-http", help: "Let the token travel unencrypted to another machine")
  static let concurrency = Option(
    "concurrency", value: .number("N", 1...64),
    help: "How many requests may be under way at once; 8 when not given, on TLS at most 4")
  static let timeout = Option(
    "timeout", value: .number("SECONDS", 1...86_400), help: "The longest that the run may take")

  /// The project config that is named (`--config`).
  var configPath: String?
  /// The environment of the project config that is meant (`--env`).
  let environmentName: String?
  let connection: ConnectionOptions
  let timeout: Duration?
  /// The environment of the process.
  let variables: [String: String]

  /// Reads those of the options that the command has.
  init(_ arguments: ParsedArguments, _ variables: [String: String]) {
    // Of a command that means something else by this name it is not the value.
    let isNamed = arguments.command.options.contains(Self.config)
    configPath = isNamed ? arguments.value(Self.config) : nil
    environmentName = arguments.value(Self.env)
    var connection = ConnectionOptions()
    connection.host = arguments.value(Self.host)
    connection.allowsPlainHTTP = arguments.contains(Self.allowPlainHTTP)
    connection.concurrency = arguments.integer(Self.concurrency) ?? connection.concurrency
    self.connection = connection
    timeout = arguments.integer(Self.timeout).map { .seconds($0) }
    self.variables = variables
  }
}
