import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// `init`: the files that a project begins with, or what publishing needs in the catalog.
struct InitCommand: Sendable {
  static let from = Option(
    "from", value: .text("MODEL"),
    help: """
      Begin with a registered model: mlflow:NAME@ALIAS, mlflow:NAME/VERSION, or azureml: before \
      the id of a version
      """)
  static let customProperties = Option(
    "custom-properties",
    help: "Define in the catalog the custom properties for what a registry knows; writes no file")

  static let command = Command(
    name: "init", summary: "Start a project, or prepare a catalog",
    discussion: """
      Writes ml_model.yaml and mlcatalog.yaml into the working directory, and over nothing that is \
      there.

      With --custom-properties it writes no file, and defines the custom properties of ML models \
      that hold version, aliases, stage, run, metrics, training data and commit. That needs the \
      token of an administrator, once for each catalog; what is there already stays.

      With --from the manifest names a version in a registry and its features, with the columns \
      they were trained from as far as the registry knows. What chooses the registry and signs in \
      there are the variables that publish reads.
      """,
    options: [
      from, customProperties, PublishCommand.config, PublishCommand.env, PublishCommand.host,
      PublishCommand.allowPlainHTTP, PublishCommand.timeout,
    ])

  private let arguments: ParsedArguments
  /// The registered model to begin with.
  private let start: RegisteredModelName?
  private let environment: [String: String]

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    self.arguments = arguments
    self.environment = environment
    start = try arguments.value(Self.from).map { text throws(UsageError) in
      do throws(RegisteredModelName.Problem) {
        return try RegisteredModelName(parsing: text)
      } catch {
        throw UsageError("--from: \(error.message)", hint: error.hint)
      }
    }
    if definesProperties {
      guard start == nil else {
        throw UsageError("'--from' and '--custom-properties' exclude each other")
      }
      return
    }
    let ofCatalog = [PublishCommand.config, PublishCommand.env, PublishCommand.host]
    let ofServer = [PublishCommand.allowPlainHTTP, PublishCommand.timeout]
    let needed = start == nil ? ofCatalog + ofServer : ofCatalog
    if let option = needed.first(where: arguments.contains) {
      throw UsageError("'--\(option.long)' goes with '--\(Self.customProperties.long)'")
    }
  }

  /// Runs and ends the process.
  func run() -> Never {
    let interruption = Interruption()
    SignalWatch.run(interruption) {
      StandardStream.error.write("stopping: what is being written is finished first\n")
    } _: {
      definesProperties ? await defineProperties(interruption) : await writeFiles(interruption)
    }
  }

  private var definesProperties: Bool { arguments.contains(Self.customProperties) }

  private func writeFiles(_ interruption: Interruption) async -> ExitCode {
    let names = [StarterFiles.manifestName, StarterFiles.configName]
    let existing = names.filter(OutputFile.isThere)
    for name in existing {
      complain(
        Diagnostic(
          .existingFile, "\(name) is there already, and nothing was written",
          hint: "edit it, or run the command in another folder"))
    }
    if !existing.isEmpty { return .findings }
    var manifest = StarterFiles.manifest
    if let start {
      switch await registered(start, interruption) {
      case .success(let text): manifest = text
      case .failure(let ending): return ending.status
      }
    }
    let files = [
      (path: StarterFiles.manifestName, text: manifest),
      (path: StarterFiles.configName, text: StarterFiles.config),
    ]
    if let (name, problem) = OutputFile.create(files) {
      complain(
        Diagnostic(
          .unwritableReport, "\(name) could not be written: \(problem)",
          hint: "make room, or choose another folder; no file is left behind"))
      return .unwritableReport
    }
    let told = StandardStream.output.write(
      """
      made \(names.joined(separator: " and "))
      next: describe your model in them, then '\(Program.identity.name) publish --check'

      """)
    return told ? .success : .unwritableReport
  }

  /// Why no manifest was made; the findings are told already.
  private struct Ending: Error {
    let status: ExitCode
  }

  /// The manifest of a registered model.
  private func registered(
    _ name: RegisteredModelName, _ interruption: Interruption
  ) async -> Result<String, Ending> {
    let file: EnvironmentFile?
    do throws(SettingsError) {
      file = try ProjectFiles(named: nil, environment: environment).environmentFile
    } catch {
      let failure = Failure(error)
      complain(failure.diagnostic)
      return .failure(Ending(status: failure.status))
    }
    var options = ConnectionOptions()
    options.allowsPlainHTTP = arguments.contains(PublishCommand.allowPlainHTTP)
    let settings = RegistrySettings(options: options, environment: environment, file: file)
    let result = await RegisteredStart(
      registries: settings, connection: Connection(TransportConfiguration(), deadline: deadline),
      interruption: interruption
    ).run(name)
    for finding in result.findings { complain(finding, Redactor(settings.secrets)) }
    return result.manifest.map { .success($0) } ?? .failure(Ending(status: result.status))
  }

  private var deadline: ContinuousClock.Instant? {
    arguments.integer(PublishCommand.timeout)
      .map { ContinuousClock.now.advanced(by: .seconds($0)) }
  }

  private func defineProperties(_ interruption: Interruption) async -> ExitCode {
    let settings: ConnectionSettings
    let redactor: Redactor
    do throws(SettingsError) {
      settings = try connectionSettings()
      redactor = Redactor(settings.secrets)
    } catch {
      let failure = Failure(error)
      complain(failure.diagnostic)
      return failure.status
    }
    let result = await PropertyDefinitions(
      settings: settings, connection: Connection(settings.transport, deadline: deadline),
      interruption: interruption
    ).run()
    for finding in result.findings { complain(finding, redactor) }
    guard let server = result.server else { return result.status }
    var text = "custom properties of ML models in \(server.url) (OpenMetadata \(server.version))\n"
    for name in result.made { text += "  + \(name)\n" }
    for name in result.present { text += "    \(name) was there\n" }
    text += "\(result.made.count) made, \(result.present.count) there before\n"
    let told = StandardStream.output.write(redactor.redact(text))
    return told ? result.status : .unwritableReport
  }

  private func connectionSettings() throws(SettingsError) -> ConnectionSettings {
    let files = try ProjectFiles(
      named: arguments.value(PublishCommand.config), environment: environment)
    let host = try arguments.value(PublishCommand.env).map { name throws(SettingsError) in
      try Self.host(of: name, files.config)
    }
    var options = ConnectionOptions()
    options.host = arguments.value(PublishCommand.host)
    options.allowsPlainHTTP = arguments.contains(PublishCommand.allowPlainHTTP)
    return try ConnectionSettings(
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

  private func complain(_ finding: Diagnostic, _ redactor: Redactor = Redactor([])) {
    let text = DiagnosticRenderer { _ in nil }.text(finding)
    StandardStream.error.write(redactor.redact(text))
  }
}
