import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// `graph`: the lineage that manifests describe, without any server.
struct GraphCommand {
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
    options: [format, PublishCommand.config, PublishCommand.env])

  private let format: GraphFormat
  private let input: PublishInput
  private let redactor: Redactor

  /// Takes the command line and reads the files.
  init(_ arguments: ParsedArguments, environment: [String: String]) {
    format = arguments.choice(Self.format, as: GraphFormat.self) ?? .text
    var files: ProjectFiles?
    var problem: SettingsError?
    do throws(SettingsError) {
      files = try ProjectFiles(
        named: arguments.value(PublishCommand.config), environment: environment)
    } catch {
      problem = error
    }
    input = PublishInput(
      operands: arguments.operands, configFile: files?.config,
      environment: arguments.value(PublishCommand.env), problem: problem)
    redactor = Redactor(input.files.flatMap { FileSecrets.found(in: $0) })
  }

  /// Writes the graph of what can be read, after what is wrong with the rest.
  func run() -> ExitCode {
    let files = Dictionary(input.files.map { ($0.path, $0) }) { first, _ in first }
    let renderer = DiagnosticRenderer { files[$0] }
    for finding in input.judgedFindings where finding.severity == .error {
      StandardStream.error.write(redactor.redact(renderer.text(finding)))
    }
    var outcome = input.readingOutcome
    if input.isUsable {
      let text = format.text(LineageGraph(input.models), redactor: redactor)
      if !StandardStream.output.write(text) { outcome.troubles.insert(.unwritableReport) }
    }
    return outcome.status
  }
}
