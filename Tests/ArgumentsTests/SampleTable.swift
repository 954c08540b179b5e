import Arguments

/// The table of a program that has every kind of option and operand.
enum SampleTable {
  static let format = Option(
    "format", value: .choice(["text", "json"]), help: "How the report is written (default: text)")
  static let output = Option(
    "output", short: "o", value: .text("FORMAT=FILE"), isRepeatable: true,
    help: "Also write a report to a file")
  static let failOn = Option(
    "fail-on", value: .choice(["error", "warning", "note", "never"]),
    help: "The least severity that makes the run fail, whatever the project config says about it")
  static let concurrency = Option(
    "concurrency", value: .number("N", 1...64), help: "Requests under way at once (default: 8)")
  static let timeout = Option(
    "timeout", value: .number("SECONDS", 1...Int.max), help: "Time for the whole run")
  static let check = Option("check", help: "Write nothing; say what would be written")
  static let quiet = Option("quiet", short: "q", help: "Print findings only")
  static let verbose = Option(
    "verbose", short: "v", isRepeatable: true, help: "Say more; twice, each request")

  static let publish = Command(
    name: "publish", summary: "Publish the models of manifests.",
    discussion: """
      Without PATH, the manifests that mlcatalog.yaml lists are published, or else ml_model.yaml \
      in the working directory.

      A token is read from OPENMETADATA_JWT_TOKEN and is never an option.
      """,
    operands: [Operand("PATH", help: "A manifest or a folder of manifests", isRepeatable: true)],
    options: [check, format, output, failOn, concurrency, timeout, quiet, verbose])

  static let explain = Command(
    name: "explain", summary: "Explain a diagnostic code.",
    operands: [Operand("CODE", help: "A code such as MLC260", isRequired: true)])

  static let table = CommandTable(
    program: "mlcatalog", version: "0.1.0",
    summary: "Publishes machine learning models to an OpenMetadata catalog.",
    commands: [publish, explain])

  /// What the arguments, split at spaces, ask for.
  static func parse(_ line: String) throws(UsageError) -> ParsedArguments? {
    try parse(line.split(separator: " ").map(String.init))
  }

  static func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments? {
    if case .command(let parsed) = try table.parse(arguments) { parsed } else { nil }
  }
}
