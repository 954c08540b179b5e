import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// `publish`: from the command line to the reports.
struct PublishCommand: InterruptibleCommand {
  var stopNotice: String {
    request.options.mode == .drift
      ? "nothing is written" : "what is being written is finished first"
  }

  let request: PublishRequest
  let environment: [String: String]

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    request = try PublishRequest(arguments, environment)
    self.environment = environment
  }

  func run(_ interruption: Interruption) async -> ExitCode {
    if let path = request.planPath { return await carryOut(path, interruption) }
    let format = Result { () throws(SettingsError) in try request.format(environment) }
    let ground = ProjectGround(request.project, problem: format.failure)
    let input = ground.input(
      request.paths, overrides: request.overrides, selection: request.selection)
    do throws(UsageError) {
      let named = request.paths + [request.project.configPath].compactMap(\.self)
      let paths = InputPaths(named + input.files.map(\.path), ground.files, environment)
      try paths.check(request.targets)
      if let path = request.planOutput { try paths.check(path, of: Self.planOut, "the plan") }
    } catch {
      return Program.refuse(error)
    }
    let baseline = await baseline(input, ground, interruption)
    let servers = ground.servers(
      input.config, hiding: input.files + ((try? baseline?.get())?.files ?? []),
      // Who checks offline has no token, and needs none.
      asksCatalog: request.options.mode != .offline)
    let progress = progress
    let lock = ground.readLock()
    let run = PublishRun(
      options: request.options, settings: servers.settings,
      connection: servers.connection(
        observer: request.logsRequests ? RequestLog(redactor: servers.redactor) : progress),
      interruption: interruption, registries: servers.registries, lock: lock,
      environment: request.project.environmentName, progress: progress)
    let reporting = { files in
      writing(files + [lock.source].compactMap(\.self), servers.redactor)
    }
    let shown = (try? format.get()) ?? .text
    guard request.options.isFixing else {
      var result = await run.run(input, against: baseline)
      progress?.finish()
      if let path = request.planOutput { save(&result, to: path, hiding: servers.redactor) }
      return reporting(input.files).write(result, shown, request.targets)
    }
    let outcome = await mended(by: run, ground)
    progress?.finish()
    guard request.showsDifference else {
      return reporting(outcome.input.files).write(outcome.result, shown, request.targets)
    }
    return reporting(outcome.unmended.input.files).writeDifference(outcome, request.targets)
  }

  /// The files at the commit of `--against`, or why they cannot be read; nil without the option.
  private func baseline(
    _ input: PublishInput, _ ground: ProjectGround, _ interruption: Interruption
  ) async -> Result<Baseline, Failure>? {
    guard let reference = request.reference else { return nil }
    let reader = BaselineReader(
      reference, environmentName: request.project.environmentName, overrides: request.overrides,
      variables: environment, deadline: ground.deadline)
    return await interruption.cancelling { [paths = request.paths] in
      await reader.read(operands: paths, input: input)
    }
  }

  /// What the check comes to when what can be mended is, in the files too unless they are only shown.
  private func mended(by run: PublishRun, _ ground: ProjectGround) async -> FixRun.Outcome {
    let fixes = FixRun(run) { [request] changed in
      ground.input(
        request.paths, overrides: request.overrides, selection: request.selection,
        changed: changed)
    }
    let outcome = await fixes.run()
    return request.showsDifference ? outcome : await fixes.write(outcome)
  }

  func writing(_ files: [SourceFile], _ redactor: Redactor) -> ReportWriting {
    let context = ReportContext(
      tool: Program.identity, files: files,
      paths: WorkingTree.paths(environment), redactor: redactor, failOn: request.options.failOn)
    return ReportWriting(
      context: context, detail: request.detail, color: request.color, environment: environment)
  }

  /// A line of progress for a person who watches; never in CI and never beside a log.
  var progress: ProgressLine? {
    let isWatched =
      StandardStream.error.isTerminal && environment["CI"]?.isEmpty != false
      && environment["TERM"] != "dumb" && request.detail > .quiet && !request.logsRequests
    return isWatched ? ProgressLine() : nil
  }
}

extension Result {
  /// Why there is no value.
  var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
