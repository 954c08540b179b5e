import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reconciler
import Reporting

/// `pull`: models of the catalog as manifests.
struct PullCommand: Sendable {
  static let service = Option(
    "service", value: .text("NAME"),
    help: "All models of a service, by its plain name: without quotes, whatever is in it")
  static let outputDir = Option(
    "output-dir", value: .text("DIR"),
    help: "Write a file for each model into a folder, and mlcatalog.yaml where there is none")
  static let yes = Option("yes", help: "Write over manifests that are there")

  static let command = Command(
    name: "pull", summary: "Describe models that are in the catalog by manifests",
    discussion: """
      A name of two parts, such as 'CustomMLService.Revenue Predictions', is a model, one of one \
      part a service with all its models. A part with a dot in it is written in quotes: \
      '"my.service".model'.

      The manifests go to the standard output, several of them divided by ---, or with \
      --output-dir into files. What no manifest can say is a comment in it. 'publish --check' of a \
      manifest that was just pulled shows no change of a field; what it may show is lineage from \
      columns, where the catalog has only that from tables.
      """,
    operands: [Operand("NAME", help: "A model or a service, by its fully qualified name")],
    options: [
      service, outputDir, yes, PublishCommand.config, PublishCommand.env, PublishCommand.host,
      PublishCommand.allowPlainHTTP, PublishCommand.concurrency, PublishCommand.timeout,
      PublishCommand.verbose,
    ])

  private let arguments: ParsedArguments
  private let environment: [String: String]
  private let target: PullTarget

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    self.arguments = arguments
    self.environment = environment
    switch (arguments.operands.first, arguments.value(Self.service)) {
    case (nil, nil):
      throw UsageError(
        "'pull' needs the name of a model or of a service",
        hint: "for example 'CustomMLService.Revenue Predictions'")
    case (_?, _?): throw UsageError("a name and '--service' exclude each other")
    case (nil, let service?):
      guard service.contains(where: { !$0.isWhitespace }) else {
        throw UsageError("the value of '--service' is empty")
      }
      target = .service(service)
    case (let name?, nil):
      do throws(PullTarget.Problem) {
        target = try PullTarget(parsing: name)
      } catch {
        throw UsageError(error.message, hint: error.hint)
      }
    }
    if arguments.contains(Self.yes), folder == nil {
      throw UsageError("'--yes' goes with '--output-dir'")
    }
    if folder?.isEmpty == true { throw UsageError("the value of '--output-dir' is empty") }
  }

  private var folder: String? { arguments.value(Self.outputDir) }

  /// Runs and ends the process.
  func run() -> Never {
    let interruption = Interruption()
    SignalWatch.run(interruption) {
      StandardStream.error.write("stopping: nothing is written\n")
    } _: {
      await run(interruption)
    }
  }

  private func run(_ interruption: Interruption) async -> ExitCode {
    let settings: ConnectionSettings
    let config: SourceFile?
    do throws(ProjectGround.Problem) {
      let ground = try ProjectGround(arguments, environment)
      settings = try ground.connectionSettings()
      config = ground.files.config
    } catch {
      return error.tell()
    }
    let redactor = Redactor(settings.secrets)
    let isLogged = arguments.count(PublishCommand.verbose) > 1
    let connection = Connection(
      settings.transport,
      deadline: arguments.integer(PublishCommand.timeout)
        .map { ContinuousClock.now.advanced(by: .seconds($0)) },
      observer: isLogged ? RequestLog(redactor: redactor) : nil)
    let result = await PullRun(
      settings: settings, connection: connection, interruption: interruption
    ).run(target)
    complain(result.findings, redactor)
    guard result.models.contains(where: { $0.text != nil }), interruption.signal == nil else {
      return interruption.signal ?? result.status
    }
    let output = PullOutput(result: result, config: config, redactor: redactor)
    let ending =
      folder.map { output.write(into: $0, over: arguments.contains(Self.yes)) } ?? output.print()
    return ending ?? result.status
  }

  private func complain(_ findings: [Diagnostic], _ redactor: Redactor) {
    for finding in findings {
      StandardStream.error.write(redactor.redact(DiagnosticRenderer { _ in nil }.text(finding)))
    }
  }
}
