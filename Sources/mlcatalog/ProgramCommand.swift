import Arguments
import Publishing

/// A command of the program: what its command line may say, and what it does.
protocol ProgramCommand: Sendable {
  /// Its row of the table that parsing, help and completion read.
  static var command: Command { get }

  /// Takes the command line.
  ///
  /// - Throws: `UsageError` for what the table cannot refuse, such as options that exclude each other.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError)

  /// Does what was asked for.
  func run() -> ExitCode
}
