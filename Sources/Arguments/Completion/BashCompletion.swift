/// A script for bash.
struct BashCompletion {
  let table: CommandTable

  var script: String {
    let commands = table.commands.map(\.name)
    return """
      # Completes \(table.program) in bash; made by '\(table.program) completion bash'.
      _\(table.program)() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        COMPREPLY=()
        if [[ $word == = ]]; then word=; fi
        if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
        if (( COMP_CWORD == 1 )); then
          \(reply(.words(commands + ["help", "--version"])))
          return
        fi
        case ${COMP_WORDS[1]} in
          help) \(reply(.words(commands))) ;;
      \(table.commands.map(branch).joined())  esac
      }
      complete -o filenames -o bashdefault -F _\(table.program) \(table.program)

      """
  }

  /// What is done once the command is known.
  private func branch(_ command: Command) -> String {
    let values = command.options.filter(\.takesValue).map { option in
      "        \(option.names.joined(separator: "|"))) \(reply(option.proposals)); return ;;\n"
    }.joined()
    let options = command.options.map { "--\($0.long)" } + ["--help"]
    return """
          \(command.name))
            case $before in
      \(values)      esac
            if [[ $word == -* ]]; then
              \(reply(.words(options)))
            else
              \(reply(command.operands.first?.proposals ?? .nothing))
            fi ;;

      """
  }

  private func reply(_ proposals: Proposals) -> String {
    let arguments =
      switch proposals {
      case .words(let words): "-W '\(words.joined(separator: " "))'"
      case .files: "-f"
      case .folders: "-d"
      case .nothing: ""
      }
    guard !arguments.isEmpty else { return ":" }
    return "mapfile -t COMPREPLY < <(compgen \(arguments) -- \"$word\")"
  }
}
