/// A script for fish.
struct FishCompletion {
  let table: CommandTable

  var script: String {
    let start = "complete -c \(table.program)"
    let first = "\(start) -n __fish_use_subcommand"
    var lines = [
      """
      # Completes \(table.program) in fish; made by '\(table.program) completion fish'.
      function \(condition)
        set -l words (commandline -opc)
        test (count $words) -gt 1; and test $words[2] = $argv[1]
      end
      \(start) -f
      """
    ]
    lines += table.commands.map { "\(first) -a \($0.name) -d '\(Self.quoted($0.summary))'" }
    lines.append("\(first) -a help -d 'Show help'")
    lines.append("\(first) -l version -d 'Show the version'")
    let names = table.commands.map(\.name).joined(separator: " ")
    lines.append("\(start) -n '\(condition) help' -a '\(names)'")
    lines += table.commands.flatMap { command in
      let within = "\(start) -n '\(condition) \(command.name)'"
      return ["\(within) -l help -d 'Show this help'"]
        + command.options.map { "\(within)\(option($0))" }
        + command.operands.map { "\(within)\(values($0.proposals))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The name of a function that tells whether a command runs, whatever else stands there.
  private var condition: String { "__\(table.program)_runs" }

  private func option(_ option: Option) -> String {
    let letter = option.short.map { " -s \($0)" } ?? ""
    let isRequired = option.takesValue ? " -r" : ""
    return "\(letter) -l \(option.long)\(isRequired)\(values(option.proposals))"
      + " -d '\(Self.quoted(option.help))'"
  }

  private func values(_ proposals: Proposals) -> String {
    switch proposals {
    case .words(let words): " -f -a '\(words.joined(separator: " "))'"
    case .files: " -F"
    case .folders: " -f -a '(__fish_complete_directories)'"
    case .nothing: " -f"
    }
  }

  private static func quoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
