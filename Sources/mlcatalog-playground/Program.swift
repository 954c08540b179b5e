import Arguments
import EmbeddedCatalog
import Glibc

/// The program `mlcatalog-playground`.
@main
enum Program {
  static let table = CommandTable(
    program: "mlcatalog-playground", version: ProgramVersion.current,
    summary: "A catalog for trying out and testing, which speaks OpenMetadata's REST API.",
    commands: [ServeCommand.command, IngestCommand.command, TokenCommand.command])

  static func main() async {
    // A reader of our output that went away shows as a failed write, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  private static func run(_ arguments: [String]) async -> Int32 {
    do throws(PlaygroundFailure) {
      switch try parse(arguments) {
      case .answer(let text): try Output.print(text, terminator: "")
      case .command(let arguments): try await run(arguments)
      }
      return 0
    } catch {
      Output.complain("mlcatalog-playground: \(error.message)")
      if let remedy = error.remedy { Output.complain("hint: \(remedy)") }
      return error.status.rawValue
    }
  }

  private static func parse(_ arguments: [String]) throws(PlaygroundFailure) -> Invocation {
    do {
      return try table.parse(arguments)
    } catch {
      throw PlaygroundFailure(.usage, error.message, remedy: error.hint)
    }
  }

  private static func run(_ arguments: ParsedArguments) async throws(PlaygroundFailure) {
    switch arguments.command.name {
    case ServeCommand.command.name: try ServeCommand(arguments).run()
    case IngestCommand.command.name: try await IngestCommand(arguments).run()
    default: try await TokenCommand(arguments).run()
    }
  }
}
