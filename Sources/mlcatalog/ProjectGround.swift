import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing

/// What a command without manifests goes by: the project's files, and its config in the environment
/// of `--env`.
struct ProjectGround {
  /// Why there is none: findings, most of them about the config, and the exit status.
  struct Problem: Error {
    let findings: [Diagnostic]
    let file: SourceFile?
    let status: ExitCode

    init(_ failure: Failure) {
      findings = [failure.diagnostic]
      file = nil
      status = failure.status
    }

    init(_ findings: [Diagnostic], in file: SourceFile) {
      self.findings = findings
      self.file = file
      status = .configuration
    }

    /// Tells the findings on the standard error, and gives the exit status.
    func tell() -> ExitCode {
      let renderer = DiagnosticRenderer { $0 == file?.path ? file : nil }
      for finding in findings { StandardStream.error.write(renderer.text(finding)) }
      return status
    }
  }

  let files: ProjectFiles
  /// An empty one when there is no file.
  let config: ProjectConfig

  private let arguments: ParsedArguments
  private let environment: [String: String]

  /// Finds the files by the command line, or by the usual places.
  init(_ arguments: ParsedArguments, _ environment: [String: String]) throws(Problem) {
    self.arguments = arguments
    self.environment = environment
    do throws(SettingsError) {
      files = try ProjectFiles(
        named: arguments.value(PublishCommand.config), environment: environment)
    } catch {
      throw Problem(Failure(error))
    }
    var findings = DiagnosticList()
    let config = files.config.map { ProjectConfig($0, diagnostics: &findings) } ?? ProjectConfig()
    let errors = findings.sorted.filter { $0.severity == .error }
    if let file = files.config, !errors.isEmpty { throw Problem(errors, in: file) }
    self.config = try ProjectGround.selected(
      config, arguments.value(PublishCommand.env), files.config?.path)
  }

  /// The server and the token: the command line before the environment, `.env` and the config.
  func connectionSettings() throws(Problem) -> ConnectionSettings {
    var options = ConnectionOptions()
    options.host = arguments.value(PublishCommand.host)
    options.allowsPlainHTTP = arguments.contains(PublishCommand.allowPlainHTTP)
    options.concurrency = arguments.integer(PublishCommand.concurrency) ?? options.concurrency
    do throws(SettingsError) {
      return try ConnectionSettings(
        options: options, environment: environment, file: files.environmentFile,
        projectHost: config.host)
    } catch {
      throw Problem(Failure(error))
    }
  }

  private static func selected(
    _ config: ProjectConfig, _ name: String?, _ path: String?
  ) throws(Problem) -> ProjectConfig {
    guard let name else { return config }
    guard let selected = config.selecting(environment: name) else {
      throw Problem(
        Failure(
          SettingsError.unknownEnvironment(
            name, known: Array(config.environments.keys), config: path)))
    }
    return selected
  }
}
