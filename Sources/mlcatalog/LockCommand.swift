import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// `lock`: writes down what catalog and registries know of what the manifests name, or compares.
struct LockCommand: Sendable {
  static let check = Option(
    "check", help: "Compare the lock with catalog and registries, and write nothing")

  static let command = Command(
    name: "lock", summary: "Write down what the manifests refer to, for checks without a server",
    discussion: """
      Writes mlcatalog.lock beside the project config: the tables, tags, people and other things \
      that the manifests name, the registered versions that they point to, and digests of the texts \
      that the catalog has now. 'publish --check --offline' goes by it.

      Without a path it is made of all manifests of the project, and what none of them names goes. \
      With paths it is brought up to date for these, and everything else stays. With --env the \
      section of that environment is written, and those of others stay.
      """,
    operands: PublishCommand.command.operands,
    options: [
      check, PublishCommand.set, PublishCommand.concurrency, PublishCommand.timeout,
      PublishCommand.config, PublishCommand.env, PublishCommand.host,
      PublishCommand.allowPlainHTTP, PublishCommand.color, PublishCommand.quiet,
    ])

  private let arguments: ParsedArguments
  private let overrides: FieldOverrides
  private let environment: [String: String]

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    self.arguments = arguments
    self.environment = environment
    do throws(FieldPathError) {
      overrides = try FieldOverrides(parsing: arguments.values(PublishCommand.set))
    } catch {
      throw UsageError("--set: \(error.message)", hint: error.hint)
    }
  }

  /// Runs and ends the process.
  func run() -> Never {
    let interruption = Interruption()
    SignalWatch.run(interruption) {
      StandardStream.error.write("stopping: nothing is written\n")
    } _: {
      await run(interruption)
    }
  }

  private var environmentName: String? { arguments.value(PublishCommand.env) }

  private var connectionOptions: ConnectionOptions {
    var options = ConnectionOptions()
    options.host = arguments.value(PublishCommand.host)
    options.allowsPlainHTTP = arguments.contains(PublishCommand.allowPlainHTTP)
    options.concurrency = arguments.integer(PublishCommand.concurrency) ?? options.concurrency
    return options
  }

  private func run(_ interruption: Interruption) async -> ExitCode {
    let deadline = arguments.integer(PublishCommand.timeout)
      .map { ContinuousClock.now.advanced(by: .seconds($0)) }
    var problem: SettingsError?
    var files: ProjectFiles?
    do throws(SettingsError) {
      files = try ProjectFiles(
        named: arguments.value(PublishCommand.config), environment: environment)
    } catch {
      problem = error
    }
    let input = PublishInput(
      operands: arguments.operands, configFile: files?.config, environment: environmentName,
      overrides: overrides, problem: problem)
    let options = connectionOptions
    let environmentFile = files?.environmentFile
    let settings = Result { () throws(SettingsError) in
      try ConnectionSettings(
        options: options, environment: environment, file: environmentFile,
        projectHost: input.config.host)
    }
    let registries = RegistrySettings(
      options: options, environment: environment, file: environmentFile)
    let lock = LockFile(besideConfig: files?.config?.path)
    let secrets =
      registries.secrets + ((try? settings.get().secrets) ?? [])
      + input.files.flatMap { FileSecrets.found(in: $0) }
    let redactor = Redactor(secrets)
    let run = LockRun(
      scope: LockRun.Scope(
        environment: environmentName, isWholeProject: arguments.operands.isEmpty,
        isReplaced: !arguments.contains(Self.check)),
      lock: lock, settings: settings,
      connection: Connection(
        (try? settings.get().transport) ?? TransportConfiguration(), deadline: deadline),
      interruption: interruption, registries: registries, redactor: redactor)
    var result = await run.run(input)
    // It may have come when all was read: nothing is written then either.
    result.outcome.signal = result.outcome.signal ?? interruption.signal
    return finish(result, lock, input.files, redactor)
  }

  // MARK: What it came to

  private func finish(
    _ result: LockResult, _ lock: LockFile, _ files: [SourceFile], _ redactor: Redactor
  ) -> ExitCode {
    var outcome = result.outcome
    let isCheck = arguments.contains(Self.check)
    var findings = result.findings
    if isCheck { findings += lock.findings(result) }
    if !isCheck, findings.isEmpty, outcome.signal == nil, let text = result.text,
      let problem = OutputFile.replaceWhole(lock.path, with: redactor.redact(text))
    {
      outcome.troubles.insert(.unwritableReport)
      findings.append(
        Diagnostic(
          .unwritableLock, "\(lock.path) could not be written: \(problem)",
          hint:
            "make room, or see to the folder's permissions; the lock that was there is as it was"))
    }
    if isCheck, !findings.isEmpty { outcome.troubles.insert(.findings) }
    let report = LockText(
      lock: lock, files: files, isCheck: isCheck, isQuiet: arguments.contains(PublishCommand.quiet),
      usesColor: color.usesColor(environment, isTerminal: StandardStream.output.isTerminal))
    let text = redactor.redact(report.text(result, findings))
    if !StandardStream.output.write(text) { outcome.troubles.insert(.unwritableReport) }
    return outcome.status
  }

  private var color: ColorChoice {
    arguments.choice(PublishCommand.color, as: ColorChoice.self) ?? .auto
  }
}
