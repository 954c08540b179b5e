import Arguments
import Publishing

/// `completion`: a script that completes command lines.
struct CompletionCommand: ProgramCommand {
  static let command = Command(
    name: "completion", summary: "Print a script with which a shell completes command lines",
    discussion: """
      bash: source <(mlcatalog completion bash)

      zsh: mlcatalog completion zsh > a folder of $fpath/_mlcatalog

      fish: mlcatalog completion fish > ~/.config/fish/completions/mlcatalog.fish
      """,
    operands: [
      Operand(
        "SHELL", help: "The shell", isRequired: true,
        choices: CompletionShell.allCases.map(\.rawValue))
    ])

  private let shell: CompletionShell

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) {
    shell = arguments.operands.first.flatMap(CompletionShell.init(rawValue:)) ?? .bash
  }

  func run() -> ExitCode {
    StandardStream.output.write(Program.table.completion(for: shell), as: .data)
      ? .success : .unwritableReport
  }
}
