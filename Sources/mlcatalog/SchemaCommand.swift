import Arguments
import JSONSchemas
import Publishing

/// `schema`: a JSON Schema for editors and for programs that read reports.
struct SchemaCommand: ProgramCommand {
  static let command = Command(
    name: "schema",
    summary: "Print the JSON Schema of the manifest, the settings, the report or the lock",
    operands: [
      Operand(
        "FILE-KIND", help: "Which schema; manifest when not given",
        choices: EditorSchema.allCases.map(\.rawValue))
    ])

  private let schema: EditorSchema

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) {
    schema = arguments.operands.first.flatMap(EditorSchema.init(rawValue:)) ?? .manifest
  }

  func run() -> ExitCode {
    StandardStream.output.write(schema.text, as: .data) ? .success : .unwritableReport
  }
}
