import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// `doctor`: whether publishing can work from here, and what to do where it cannot.
struct DoctorCommand: InterruptibleCommand {
  static let config = Option(
    "config", help: "Print every setting with its value and where that comes from, and ask nobody")

  static let probeServer = Option(
    "probe-server",
    help: "Try in a scratch service, which is removed again, what is assumed of the server")
  static let yes = Option(
    "yes", help: "With --probe-server, write to a server that is not on this machine")

  static let command = Command(
    name: "doctor", summary: "Examine the way to the catalog, the token and its rights",
    discussion: """
      Goes the way that publishing goes and tells of each step whether it holds: settings, name, \
      proxy, connection, certificate, server, clock, token, account, permissions, registries. What \
      comes after a step that does not hold is not checked, and said to be so. It writes nothing.

      Ends with 0, or as publishing would end. With --config it prints the settings, secrets left \
      out.

      With --probe-server it makes services called mlcatalog-probe-scratch-service, tries in \
      them each rule that publishing relies on, and removes them, also after a failure or a signal. Its \
      report, by --output json=FILE or text=FILE, names nothing of yours and goes with a bug report.
      """,
    operands: [
      Operand(
        "CONFIG", help: "The project config; mlcatalog.yaml up to the repository's root otherwise")
    ],
    options: [
      config, probeServer, yes, PublishCommand.format, PublishCommand.output,
      ProjectRequest.timeout, ProjectRequest.env, ProjectRequest.host,
      ProjectRequest.allowPlainHTTP,
      PublishCommand.color, PublishCommand.quiet, PublishCommand.verbose,
    ])

  let stopNotice = "what is not checked yet is left out"

  private let arguments: ParsedArguments
  private let request: PublishRequest
  private let project: ProjectRequest

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    self.arguments = arguments
    request = try PublishRequest(arguments, environment)
    if arguments.contains(Self.config), arguments.contains(Self.probeServer) {
      throw UsageError("'--config' and '--probe-server' exclude each other")
    }
    var project = request.project
    project.configPath = arguments.operands.first
    self.project = project
  }

  func run(_ interruption: Interruption) async -> ExitCode {
    let format = Result { () throws(SettingsError) in try request.format(project.variables) }
    let ground = ProjectGround(project, problem: format.failure)
    let input = ground.input([])
    let servers = ground.servers(input.config, hiding: input.files)
    let shown = (try? format.get()) ?? .text
    if arguments.contains(Self.config) {
      let survey = SettingsSurvey(
        options: project.connection, environment: project.variables, files: ground.files,
        config: input.config)
      var result = RunResult(mode: .doctor)
      result.settings = survey.settings
      return write(result, shown, input.files, servers.redactor)
    }
    let log = request.logsRequests ? RequestLog(redactor: servers.redactor) : nil
    let connection = servers.connection(observer: log)
    if arguments.contains(Self.probeServer) {
      if let refusal = refusal(servers.settings) { return Program.refuse(refusal) }
      let result = await ProbeRun(
        settings: servers.settings, connection: connection, interruption: interruption
      ).run()
      return write(result, shown, input.files, servers.redactor)
    }
    let way = WayToServer(
      options: project.connection, environment: project.variables,
      file: ground.files?.environmentFile, projectHost: input.config.host)
    let result = await DoctorRun(
      settings: servers.settings, way: way, connection: connection, interruption: interruption,
      registries: servers.registries
    ).run(input)
    return write(result, shown, input.files, servers.redactor)
  }

  /// Nobody's catalog is written to who did not say so.
  private func refusal(_ settings: Result<ConnectionSettings, SettingsError>) -> UsageError? {
    guard let server = try? settings.get().server, !server.isLoopback,
      !arguments.contains(Self.yes)
    else { return nil }
    return UsageError(
      "'--probe-server' would write to \(server), and remove again what it wrote",
      hint: "add '--yes' when that is meant; a catalog for trying out is the better place")
  }

  private func write(
    _ result: RunResult, _ format: ReportFormat, _ files: [SourceFile], _ redactor: Redactor
  ) -> ExitCode {
    let context = ReportContext(
      tool: Program.identity, files: files, paths: WorkingTree.paths(project.variables),
      redactor: redactor)
    return ReportWriting(
      context: context, detail: request.detail, color: request.color,
      environment: project.variables
    ).write(result, format, request.targets)
  }
}
