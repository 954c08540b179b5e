import Arguments
import Diagnostics
import ModelManifests
import Publishing

/// The server and the token of commands that need nothing of the manifests.
extension ConnectionSettings {
  /// Takes what the command line says before the environment, `.env` and the project config.
  init(
    _ arguments: ParsedArguments, _ environment: [String: String]
  ) throws(SettingsError) {
    let files = try ProjectFiles(
      named: arguments.value(PublishCommand.config), environment: environment)
    let host = try arguments.value(PublishCommand.env).map { name throws(SettingsError) in
      try Self.host(of: name, files.config)
    }
    var options = ConnectionOptions()
    options.host = arguments.value(PublishCommand.host)
    options.allowsPlainHTTP = arguments.contains(PublishCommand.allowPlainHTTP)
    options.concurrency = arguments.integer(PublishCommand.concurrency) ?? options.concurrency
    try self.init(
      options: options, environment: environment, file: files.environmentFile,
      projectHost: host ?? nil)
  }

  private static func host(
    of environment: String, _ file: SourceFile?
  ) throws(SettingsError) -> Located<String>? {
    var findings = DiagnosticList()
    let config = file.map { ProjectConfig($0, diagnostics: &findings) } ?? ProjectConfig()
    guard let selected = config.selecting(environment: environment) else {
      throw .unknownEnvironment(
        environment, known: Array(config.environments.keys), config: file?.path)
    }
    return selected.host
  }
}
