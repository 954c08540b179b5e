import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reconciler
import Reporting

/// `pull`: models of the catalog as manifests.
struct PullCommand: InterruptibleCommand {
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
      service, outputDir, yes, ProjectRequest.config, ProjectRequest.env, ProjectRequest.host,
      ProjectRequest.allowPlainHTTP, ProjectRequest.concurrency, ProjectRequest.timeout,
      PublishCommand.verbose,
    ])

  let stopNotice = "nothing is written"

  private let arguments: ParsedArguments
  private let project: ProjectRequest
  private let target: PullTarget

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    self.arguments = arguments
    project = ProjectRequest(arguments, environment)
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

  func run(_ interruption: Interruption) async -> ExitCode {
    let ground = ProjectGround(project)
    let (servers, settings): (ServerAccess, ConnectionSettings)
    do throws(ProjectProblem) {
      (servers, settings) = try ground.serversWithCatalog()
    } catch {
      return error.tell(ground.redactor())
    }
    let isLogged = arguments.count(PublishCommand.verbose) > 1
    let result = await PullRun(
      settings: settings,
      connection: servers.connection(
        observer: isLogged ? RequestLog(redactor: servers.redactor) : nil),
      interruption: interruption
    ).run(target)
    StandardStream.error.write(result.findings, servers.redactor)
    guard result.models.contains(where: { $0.text != nil }), interruption.signal == nil else {
      return interruption.signal ?? result.status
    }
    let output = PullOutput(
      result: result, config: ground.files?.config, redactor: servers.redactor)
    let ending =
      folder.map { output.write(into: $0, over: arguments.contains(Self.yes)) } ?? output.print()
    return ending ?? result.status
  }
}
