import Arguments
import Diagnostics
import Glibc
import Publishing
import Reporting

/// `mlcatalog`: reads the command line and runs one command.
@main
struct Program {
  static let identity = ToolIdentity(name: "mlcatalog", version: ProgramVersion.current)

  /// Every command, in the order in which help lists them.
  static let commands: [any ProgramCommand.Type] = [
    PublishCommand.self, LockCommand.self, DriftCommand.self, InitCommand.self, PullCommand.self,
    GraphCommand.self, DoctorCommand.self, ExplainCommand.self, SchemaCommand.self,
    CompletionCommand.self,
  ]

  static let table = CommandTable(
    program: identity.name, version: identity.version,
    summary: "Publishes ML models, described by files of a repository, to OpenMetadata.",
    commands: commands.map { $0.command })

  static func main() {
    // A reader that went away is an error of writing, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ arguments: [String]) -> ExitCode {
    do throws(UsageError) {
      switch try table.parse(arguments) {
      case .answer(let text):
        return StandardStream.output.write(text) ? .success : .unwritableReport
      case .command(let arguments):
        return try command(arguments).run()
      }
    } catch {
      return refuse(error)
    }
  }

  private static func command(
    _ arguments: ParsedArguments
  ) throws(UsageError) -> any ProgramCommand {
    guard let type = commands.first(where: { $0.command.name == arguments.command.name }) else {
      preconditionFailure("the table has only the commands of the list")
    }
    return try type.init(arguments, environment: Environment.variables)
  }

  /// Says what is wrong with the command line.
  static func refuse(_ error: UsageError) -> ExitCode {
    // What was typed is repeated, and may be a password in the wrong place.
    let lines =
      ["\(identity.name): \(error.message)"] + [error.hint.map { "hint: \($0)" }].compactMap(\.self)
    for line in lines {
      StandardStream.error.write(VisibleText.escaping(SecretText.hidden(inArgument: line)) + "\n")
    }
    return .usage
  }
}
