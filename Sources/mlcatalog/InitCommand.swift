import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// `init`: the files that a project begins with, or what publishing needs in the catalog.
struct InitCommand: InterruptibleCommand {
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
      there. Beside each it writes its schema, which its first line names, so that editors \
      complete and check it without a network.

      With --custom-properties it writes no file, and defines the custom properties of ML models \
      that hold version, aliases, stage, run, metrics, training data and commit. That needs the \
      token of an administrator or of a bot with the Ingestion bot role, once for each catalog; \
      what is there already stays.

      With --from the manifest names a version in a registry and its features, with the columns \
      they were trained from as far as the registry knows. What chooses the registry and signs in \
      there are the variables and the project config that publish reads; a project config that is \
      there stays as it is, and only ml_model.yaml with its schema is written.
      """,
    options: [
      from, customProperties, ProjectRequest.config, ProjectRequest.env, ProjectRequest.host,
      ProjectRequest.allowPlainHTTP, ProjectRequest.timeout,
    ])

  let stopNotice = "what is being written is finished first"

  let arguments: ParsedArguments
  /// The registered model to begin with.
  let start: RegisteredModelName?
  let project: ProjectRequest

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    self.arguments = arguments
    project = ProjectRequest(arguments, environment)
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
    if arguments.contains(ProjectRequest.host) {
      throw UsageError("'--host' goes with '--\(Self.customProperties.long)'")
    }
    let ofServers = [
      ProjectRequest.config, ProjectRequest.env, ProjectRequest.allowPlainHTTP,
      ProjectRequest.timeout,
    ]
    if start == nil, let option = ofServers.first(where: arguments.contains) {
      throw UsageError(
        "'--\(option.long)' goes with '--\(Self.from.long)' or '--\(Self.customProperties.long)'")
    }
  }

  func run(_ interruption: Interruption) async -> ExitCode {
    definesProperties ? await defineProperties(interruption) : await writeFiles(interruption)
  }

  private var definesProperties: Bool { arguments.contains(Self.customProperties) }
}
