import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// `publish`: from the command line to the reports.
struct PublishCommand: Sendable {
  private let request: PublishRequest
  private let environment: [String: String]

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    request = try PublishRequest(arguments)
    self.environment = environment
  }

  /// Runs and ends the process.
  func run() -> Never {
    let interruption = Interruption()
    SignalWatch.run(interruption) {
      StandardStream.error.write("stopping: what is being written is finished first\n")
    } _: {
      await run(interruption)
    }
  }

  private func run(_ interruption: Interruption) async -> ExitCode {
    let deadline = request.timeout.map { ContinuousClock.now.advanced(by: $0) }
    var problem: SettingsError?
    let format = take({ () throws(SettingsError) in try request.format(environment) }, &problem)
    let files = take(
      { () throws(SettingsError) in
        try ProjectFiles(named: request.configPath, environment: environment)
      }, &problem)
    let found = problem
    let read = { @Sendable (changed: [String: SourceFile]) in
      PublishInput(
        operands: request.paths, configFile: files?.config, environment: request.environmentName,
        overrides: request.overrides, problem: found, changed: changed)
    }
    let input = read([:])
    do throws(UsageError) {
      let named = request.paths + [request.configPath].compactMap(\.self)
      try InputPaths(named, input, files, environment).check(request.targets)
    } catch {
      return Program.refuse(error)
    }
    let baseline = await baseline(input, deadline, interruption)
    let settings = Result { () throws(SettingsError) in
      // Who checks offline has no token, and needs none.
      if request.options.mode == .offline { throw .noToken }
      return try ConnectionSettings(
        options: request.connection, environment: environment, file: files?.environmentFile,
        projectHost: input.config.host)
    }
    let registries = RegistrySettings(
      options: request.connection, environment: environment, file: files?.environmentFile)
    let former = (try? baseline?.get())?.files ?? []
    let redactor = redactor(settings, files?.environmentFile, input.files + former, registries)
    let progress = progress
    let connection = Connection(
      (try? settings.get().transport) ?? TransportConfiguration(), deadline: deadline,
      observer: request.logsRequests ? RequestLog(redactor: redactor) : progress)
    let lock = LockFile(besideConfig: files?.config?.path)
    let run = PublishRun(
      options: request.options, settings: settings, connection: connection,
      interruption: interruption, registries: registries,
      lock: lock, environment: request.environmentName)
    let writing = { (files: [SourceFile]) in
      let context = ReportContext(
        tool: Program.identity, files: files + [lock.source].compactMap(\.self),
        paths: WorkingTree.paths(environment), redactor: redactor, failOn: request.options.failOn)
      return ReportWriting(
        context: context, detail: request.detail, color: request.color, environment: environment)
    }
    guard request.options.isFixing else {
      let result = await run.run(input, against: baseline)
      progress?.finish()
      return writing(input.files).write(result, format ?? .text, request.targets)
    }
    let fixes = FixRun(run, read: read)
    var outcome = await fixes.run()
    if !request.showsDifference { outcome = await fixes.write(outcome) }
    progress?.finish()
    guard request.showsDifference else {
      return writing(outcome.input.files).write(outcome.result, format ?? .text, request.targets)
    }
    return writing(outcome.unmended.input.files).writeDifference(outcome, request.targets)
  }

  /// The files at the commit of `--against`, or why they cannot be read; nil without the option.
  private func baseline(
    _ input: PublishInput, _ deadline: ContinuousClock.Instant?, _ interruption: Interruption
  ) async -> Result<Baseline, Failure>? {
    guard let reference = request.reference else { return nil }
    let reader = BaselineReader(
      reference, environmentName: request.environmentName, overrides: request.overrides,
      variables: environment, deadline: deadline)
    return await interruption.cancelling { [paths = request.paths] in
      await reader.read(operands: paths, input: input)
    }
  }

  /// A line of progress for a person who watches; never in CI and never beside a log.
  private var progress: ProgressLine? {
    let isWatched =
      StandardStream.error.isTerminal && environment["CI"]?.isEmpty != false
      && environment["TERM"] != "dumb" && request.detail > .quiet && !request.logsRequests
    return isWatched ? ProgressLine() : nil
  }

  private func redactor(
    _ settings: Result<ConnectionSettings, SettingsError>, _ file: EnvironmentFile?,
    _ inputs: [SourceFile], _ registries: RegistrySettings
  ) -> Redactor {
    var secrets = registries.secrets + ((try? settings.get().secrets) ?? [])
    secrets += inputs.flatMap { FileSecrets.found(in: $0) }
    for name in ["OPENMETADATA_JWT_TOKEN", "OPENMETADATA_TOKEN"] {
      secrets += [environment[name], file?.values[name]].compactMap { $0.map(Secret.init) }
    }
    return Redactor(secrets)
  }

  /// A value, or nil and the problem; of several the first is told.
  private func take<Value>(
    _ value: () throws(SettingsError) -> Value, _ problem: inout SettingsError?
  ) -> Value? {
    do throws(SettingsError) {
      return try value()
    } catch {
      problem = problem ?? error
      return nil
    }
  }
}
