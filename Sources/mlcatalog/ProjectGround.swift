import Diagnostics
import HTTPClient
import ModelManifests
import Publishing

/// The ground that a command stands on: the files of the project, and what follows from them.
///
/// From here to a run there are three steps: ``input(_:overrides:selection:changed:)`` or ``config()`` reads
/// what the project says, ``servers(_:hiding:asksCatalog:)`` where to ask and with which secrets.
struct ProjectGround: Sendable {
  let request: ProjectRequest
  /// The project config and `.env`; nil when they cannot be read.
  let files: ProjectFiles?
  /// The first thing that is wrong with the settings, so that no server is asked.
  let problem: SettingsError?
  /// The end of the run; nil when it may take as long as it takes.
  let deadline: ContinuousClock.Instant?

  /// Finds the files by the command line, or at the usual places.
  ///
  /// - Parameters:
  ///   - request: What the command line says.
  ///   - problem: What is wrong with the settings already.
  init(_ request: ProjectRequest, problem: SettingsError? = nil) {
    self.request = request
    deadline = request.timeout.map { ContinuousClock.now.advanced(by: $0) }
    do throws(SettingsError) {
      files = try ProjectFiles(named: request.configPath, environment: request.variables)
      self.problem = problem
    } catch {
      files = nil
      self.problem = problem ?? error
    }
  }

  /// Reads the lock of the project, which need not be there.
  func readLock() -> LockFile { LockFile(besideConfig: files?.config?.path) }

  /// What the config and the manifests say, with everything that is wrong with them.
  func input(
    _ operands: [String], overrides: FieldOverrides = .none,
    selection: ModelSelection = .everything, changed: [String: SourceFile] = [:]
  ) -> PublishInput {
    PublishInput(
      operands: operands, configFile: files?.config, environment: request.environmentName,
      overrides: overrides, selection: selection, problem: problem, changed: changed)
  }

  /// The config in the environment of `--env`, for a command without manifests; an empty one when
  /// there is no file.
  func config() throws(ProjectProblem) -> ProjectConfig {
    if let problem { throw ProjectProblem(Failure(problem)) }
    guard let file = files?.config else { return try selected(ProjectConfig()) }
    var findings = DiagnosticList()
    let config = ProjectConfig(file, diagnostics: &findings)
    let errors = findings.sorted.filter { $0.severity == .error }
    if !errors.isEmpty { throw ProjectProblem(errors, in: file) }
    return try selected(config)
  }

  private func selected(_ config: ProjectConfig) throws(ProjectProblem) -> ProjectConfig {
    guard let name = request.environmentName else { return config }
    guard let selected = config.selecting(environment: name) else {
      let problem = SettingsError.unknownEnvironment(
        name, known: Array(config.environments.keys), config: files?.config?.path)
      throw ProjectProblem(Failure(problem))
    }
    return selected
  }

  /// The servers that the command asks.
  ///
  /// - Parameters:
  ///   - config: The config in the environment of `--env`.
  ///   - read: The files that were read, whose secrets are hidden.
  ///   - asksCatalog: Whether the catalog is one of them; else no token is looked for.
  func servers(
    _ config: ProjectConfig, hiding read: [SourceFile] = [], asksCatalog: Bool = true
  ) -> ServerAccess {
    let settings = Result { () throws(SettingsError) in
      guard asksCatalog else { throw .noToken }
      return try ConnectionSettings(
        options: request.connection, environment: request.variables, file: files?.environmentFile,
        projectHost: config.host)
    }
    return ServerAccess(
      settings: settings, registries: registries,
      redactor: redactor(hiding: read, and: (try? settings.get().secrets) ?? []),
      deadline: deadline)
  }

  /// The servers of a command that reads no manifests and can do nothing without the catalog.
  func serversWithCatalog() throws(ProjectProblem) -> (ServerAccess, catalog: ConnectionSettings) {
    let servers = servers(try config())
    do throws(SettingsError) {
      return (servers, try servers.settings.get())
    } catch {
      throw ProjectProblem(Failure(error))
    }
  }

  /// Hides every secret that the command comes to know.
  func redactor(hiding read: [SourceFile] = [], and secrets: [Secret] = []) -> Redactor {
    var secrets = secrets + registries.secrets
    let files = read + [files?.config].compactMap(\.self)
    secrets += files.flatMap { FileSecrets.found(in: $0) }
    // The token is secret also when there is no server for it.
    for name in ["OPENMETADATA_JWT_TOKEN", "OPENMETADATA_TOKEN"] {
      let values = [request.variables[name], self.files?.environmentFile?.values[name]]
      secrets += values.compactMap { $0.map(Secret.init) }
    }
    return Redactor(secrets)
  }

  private var registries: RegistrySettings {
    RegistrySettings(
      options: request.connection, environment: request.variables, file: files?.environmentFile)
  }
}
