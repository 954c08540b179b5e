import Arguments
import Glibc
import Publishing
import Reporting

/// `mlcatalog`: reads the command line and runs one command.
@main
struct Program {
  static let identity = ToolIdentity(name: "mlcatalog", version: ProgramVersion.current)

  static let table = CommandTable(
    program: identity.name, version: identity.version,
    summary: "Publishes ML models, described by files of a repository, to OpenMetadata.",
    commands: [
      PublishCommand.command, LockCommand.command, InitCommand.command, PullCommand.command,
      GraphCommand.command, ExplainCommand.command, SchemaCommand.command,
      CompletionCommand.command,
    ])

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
        if arguments.command == ExplainCommand.command {
          return try ExplainCommand(arguments).run()
        }
        if arguments.command == SchemaCommand.command { return SchemaCommand(arguments).run() }
        if arguments.command == CompletionCommand.command {
          return CompletionCommand(arguments).run()
        }
        if arguments.command == GraphCommand.command {
          return GraphCommand(arguments, environment: Environment.variables).run()
        }
        if arguments.command == InitCommand.command {
          try InitCommand(arguments, environment: Environment.variables).run()
        }
        if arguments.command == LockCommand.command {
          try LockCommand(arguments, environment: Environment.variables).run()
        }
        if arguments.command == PullCommand.command {
          try PullCommand(arguments, environment: Environment.variables).run()
        }
        try PublishCommand(arguments, environment: Environment.variables).run()
      }
    } catch {
      return refuse(error)
    }
  }

  /// Says what is wrong with the command line.
  static func refuse(_ error: UsageError) -> ExitCode {
    var text = "\(identity.name): \(error.message)\n"
    if let hint = error.hint { text += "hint: \(hint)\n" }
    StandardStream.error.write(text)
    return .usage
  }
}
