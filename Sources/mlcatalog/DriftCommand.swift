import Arguments
import Publishing

/// `drift`: what changed since the last publication, elsewhere than in the files.
struct DriftCommand: InterruptibleCommand {
  static let failOn = Option(
    "fail-on", value: .choice(FailureThreshold.allCases.map(\.rawValue)),
    help: "From which severity on findings fail the run; warning when not given")

  static let publishedBy = Option(
    "published-by", value: .text("USER"),
    help: "Whose writes are the publisher's; the token's own user when not given")

  static let command = Command(
    name: "drift", summary: "Tell what changed since the last publication, and write nothing",
    discussion: """
      Compares what was published with what the catalog and the registries show now: fields that \
      somebody else edited in the catalog, by the versions that it keeps; source tables that are \
      gone, renamed, deprecated or have other columns, by mlcatalog.lock when there is one, else by \
      the files; aliases, stages and latest versions that moved on; edges of the lineage that are \
      gone. What the files changed since then is no drift.

      Ends with 0 when there is none and with 1 when there is some, or when some of it cannot be \
      told. Whose writes are the publisher's is told by the token, or with a token that may only \
      read by --published-by.
      """,
    operands: PublishCommand.command.operands,
    options: [
      PublishCommand.format, PublishCommand.output, failOn, publishedBy,
      PublishCommand.set, ModelSelection.select,
      ProjectRequest.concurrency, ProjectRequest.timeout, ProjectRequest.config,
      ProjectRequest.env, ProjectRequest.host, ProjectRequest.allowPlainHTTP,
      PublishCommand.color, PublishCommand.quiet, PublishCommand.verbose,
    ])

  private let publication: PublishCommand

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    publication = try PublishCommand(arguments, environment: environment)
  }

  var stopNotice: String { publication.stopNotice }

  func run(_ interruption: Interruption) async -> ExitCode {
    await publication.run(interruption)
  }
}
