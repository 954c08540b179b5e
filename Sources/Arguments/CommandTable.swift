/// Everything a program's command line may say; parsing, help and completion read the same table.
///
/// `help`, `--help`, `-h` and `--version` are understood without being listed.
public struct CommandTable: Sendable {
  /// The program's name as it is typed.
  public var program: String
  /// The version that `--version` prints.
  public var version: String
  /// What the program is for, in one sentence.
  public var summary: String
  /// The commands, in the order in which help lists them.
  public var commands: [Command]

  /// Makes a table.
  public init(program: String, version: String, summary: String, commands: [Command]) {
    self.program = program
    self.version = version
    self.summary = summary
    self.commands = commands
  }

  /// Reads the arguments after the program's name.
  ///
  /// - Throws: ``UsageError`` for anything the table does not have, and for values it does not allow.
  public func parse(_ arguments: [String]) throws(UsageError) -> Invocation {
    guard let first = arguments.first else {
      throw UsageError("no command given", hint: "'\(program) help' lists the commands")
    }
    let rest = Array(arguments.dropFirst())
    switch first {
    case "--version": return .answer("\(program) \(version)\n")
    case "help", "--help", "-h": return .answer(try help(rest))
    default: break
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      throw unknown(first)
    }
    let options = command.options.map(\.long) + ["help"]
    if Self.asksForHelp(rest, command) { return .answer(helpText(for: command)) }
    var parser = ArgumentParser(program: program, command: command, knownOptions: options)
    return .command(try parser.parse(rest))
  }

  /// Whether help is asked for before `--` and not as the value of an option.
  private static func asksForHelp(_ arguments: [String], _ command: Command) -> Bool {
    var previous: String?
    for argument in arguments {
      if argument == "--" { return false }
      let takesNext = command.options.contains { option in
        option.takesValue && (previous == "--\(option.long)" || option.isShort(previous))
      }
      if !takesNext, argument == "--help" || argument == "-h" { return true }
      previous = takesNext ? nil : argument
    }
    return false
  }

  private func help(_ topics: [String]) throws(UsageError) -> String {
    guard let topic = topics.first else { return helpText }
    guard let command = commands.first(where: { $0.name == topic }) else { throw unknown(topic) }
    return helpText(for: command)
  }

  private func unknown(_ word: String) -> UsageError {
    if word.hasPrefix("-") {
      return UsageError(
        "unknown option '\(UsageError.optionName(word))'",
        hint: "options follow the command: '\(program) COMMAND --help' lists them")
    }
    return UsageError(
      "unknown command '\(word)'", suggestion: (word, commands.map(\.name)), prefix: "",
      otherwise: "'\(program) help' lists the commands")
  }
}
