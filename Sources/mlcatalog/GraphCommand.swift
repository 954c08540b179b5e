import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// `graph`: the lineage that manifests describe, without any server.
struct GraphCommand: ProgramCommand {
  static let format = Option(
    "format", value: .choice(GraphFormat.allCases.map(\.rawValue)),
    help: "How the graph is written; text when not given")

  static let command = Command(
    name: "graph", summary: "Show from which columns the features of models are made",
    discussion: """
      Reads manifests as publish does, asks nobody, and shows the names as they are written: only \
      'publish --check' says whether the catalog has them.

      Mermaid draws no more than 500 edges: of a larger graph only tables and models are written, \
      and no more than fit. Graphviz draws a graph with 'dot -Tsvg'.
      """,
    operands: PublishCommand.command.operands,
    options: [format, ModelSelection.select, ProjectRequest.config, ProjectRequest.env])

  private let format: GraphFormat
  private let input: PublishInput
  private let redactor: Redactor

  /// Takes the command line and reads the files.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    format = arguments.choice(Self.format, as: GraphFormat.self) ?? .text
    let ground = ProjectGround(ProjectRequest(arguments, environment))
    input = ground.input(arguments.operands, selection: try ModelSelection(arguments))
    redactor = ground.redactor(hiding: input.files)
  }

  /// Writes the graph of what can be read, after what is wrong with the rest.
  func run() -> ExitCode {
    let errors = input.judgedFindings.filter { $0.severity == .error }
    StandardStream.error.write(errors, quoting: input.files, redactor)
    var outcome = input.readingOutcome
    if input.isUsable {
      let text = format.text(LineageGraph(input.models), redactor: redactor)
      if !StandardStream.output.write(text) { outcome.troubles.insert(.unwritableReport) }
    }
    return outcome.status
  }
}
