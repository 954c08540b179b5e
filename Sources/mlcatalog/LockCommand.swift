import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// `lock`: writes down what catalog and registries know of what the manifests name, or compares.
struct LockCommand: InterruptibleCommand {
  static let check = Option(
    "check", help: "Compare the lock with catalog and registries, and write nothing")

  static let command = Command(
    name: "lock", summary: "Write down what the manifests refer to, for checks without a server",
    discussion: """
      Writes mlcatalog.lock beside the project config: the tables, tags, people and other things \
      that the manifests name, the registered versions that they point to, and digests of the texts \
      that the catalog has now. 'publish --check --offline' goes by it.

      Without a path it is made of all manifests of the project, and what none of them names goes. \
      With paths, or with --select, it is brought up to date for these, and everything else stays. \
      With --env the \
      section of that environment is written, and those of others stay.
      """,
    operands: PublishCommand.command.operands,
    options: [
      check, PublishCommand.set, ModelSelection.select, ProjectRequest.concurrency,
      ProjectRequest.timeout,
      ProjectRequest.config, ProjectRequest.env, ProjectRequest.host,
      ProjectRequest.allowPlainHTTP, PublishCommand.color, PublishCommand.quiet,
    ])

  let stopNotice = "nothing is written"

  private let arguments: ParsedArguments
  private let overrides: FieldOverrides
  private let selection: ModelSelection
  private let project: ProjectRequest

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    self.arguments = arguments
    project = ProjectRequest(arguments, environment)
    overrides = try FieldOverrides(arguments)
    selection = try ModelSelection(arguments)
  }

  func run(_ interruption: Interruption) async -> ExitCode {
    let ground = ProjectGround(project)
    let input = ground.input(arguments.operands, overrides: overrides, selection: selection)
    let servers = ground.servers(input.config, hiding: input.files)
    let lock = ground.readLock()
    let run = LockRun(
      scope: LockRun.Scope(
        environment: project.environmentName,
        isWholeProject: arguments.operands.isEmpty && selection == .everything,
        isReplaced: !isCheck),
      lock: lock, settings: servers.settings, connection: servers.connection(),
      interruption: interruption, registries: servers.registries, redactor: servers.redactor)
    var result = await run.run(input)
    // It may have come when all was read: nothing is written then either.
    result.outcome.signal = result.outcome.signal ?? interruption.signal
    return finish(result, lock, input.files, servers.redactor)
  }

  // MARK: What it came to

  private func finish(
    _ result: LockResult, _ lock: LockFile, _ files: [SourceFile], _ redactor: Redactor
  ) -> ExitCode {
    var outcome = result.outcome
    var findings = result.findings
    if isCheck { findings += lock.findings(result) }
    if !isCheck, findings.isEmpty, outcome.signal == nil, let text = result.text,
      let problem = OutputFile.replace(lock.path, with: redactor.redact(text))
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
      usesColor: color.usesColor(project.variables, isTerminal: StandardStream.output.isTerminal))
    let text = redactor.redact(report.text(result, findings))
    if !StandardStream.output.write(text) { outcome.troubles.insert(.unwritableReport) }
    return outcome.status
  }

  private var isCheck: Bool { arguments.contains(Self.check) }

  private var color: ColorChoice {
    arguments.choice(PublishCommand.color, as: ColorChoice.self) ?? .auto
  }
}
