extension CommandTable {
  /// A script with which a shell completes the program's command lines.
  public func completion(for shell: CompletionShell) -> String {
    switch shell {
    case .bash: bashCompletion
    case .zsh: zshCompletion
    case .fish: fishCompletion
    }
  }

  private var words: [String] { commands.map(\.name) + ["help", "--version"] }

  // MARK: bash

  private var bashCompletion: String {
    let cases = commands.map { command in
      let values = command.options.filter(\.takesValue).map { option in
        let names = option.names.joined(separator: "|")
        return
          "        \(names)) \(bashWords(option.value.choices, takesFile: option.value.takesFile)); return ;;\n"
      }.joined()
      let flags = (command.options.map { "--\($0.long)" } + ["--help"]).joined(separator: " ")
      let operand = command.operands.first
      return """
            \(command.name))
              case $before in
        \(values)        esac
              if [[ $word == -* ]]; then
                mapfile -t COMPREPLY < <(compgen -W '\(flags)' -- "$word")
              else
                \(bashWords(operand?.choices ?? [], takesFile: operand?.takesFile ?? false))
              fi ;;

        """
    }.joined()
    return """
      # Completes \(program) in bash; made by '\(program) completion bash'.
      _\(program)() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        COMPREPLY=()
        if [[ $word == = ]]; then word=; fi
        if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
        if (( COMP_CWORD == 1 )); then
          mapfile -t COMPREPLY < <(compgen -W '\(words.joined(separator: " "))' -- "$word")
          return
        fi
        case ${COMP_WORDS[1]} in
          help) mapfile -t COMPREPLY < <(compgen -W '\(commands.map(\.name).joined(separator: " "))' -- "$word") ;;
      \(cases)  esac
      }
      complete -o filenames -o bashdefault -F _\(program) \(program)

      """
  }

  private func bashWords(_ choices: [String], takesFile: Bool) -> String {
    if !choices.isEmpty {
      return "mapfile -t COMPREPLY < <(compgen -W '\(choices.joined(separator: " "))' -- \"$word\")"
    }
    return takesFile ? "mapfile -t COMPREPLY < <(compgen -f -- \"$word\")" : ":"
  }

  // MARK: zsh

  private var zshCompletion: String {
    let list = commands.map { "    '\($0.name):\(Self.quoted($0.summary, ":"))'\n" }.joined()
    let cases = commands.map { command in
      let options = command.options.flatMap { option in
        option.names.map { name in
          let repeats = option.isRepeatable ? "*" : ""
          let value =
            option.takesValue
            ? ":\(option.value.placeholder ?? ""):\(Self.zshAction(option.value.choices, option.value.takesFile))"
            : ""
          return
            " \\\n        '\(repeats)\(name)[\(Self.quoted(option.help, "[]:"))]\(Self.quoted(value, ""))'"
        }
      }
      let operands = command.operands.map { operand in
        let place = operand.isRepeatable ? "*:" : "1:"
        return
          " \\\n        '\(place)\(operand.name):\(Self.zshAction(operand.choices, operand.takesFile))'"
      }
      return """
            \(command.name))
              _arguments '--help[Show this help]'\((options + operands).joined()) ;;

        """
    }.joined()
    return """
      #compdef \(program)
      # Completes \(program) in zsh; made by '\(program) completion zsh'.
      _\(program)() {
        local -a commands
        commands=(
      \(list)    'help:Show help'
        )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
          help) _describe command commands ;;
      \(cases)  esac
      }
      if [[ $funcstack[1] == _\(program) ]]; then _\(program) "$@"; else compdef _\(program) \(program); fi

      """
  }

  private static func zshAction(_ choices: [String], _ takesFile: Bool) -> String {
    choices.isEmpty ? (takesFile ? "_files" : " ") : "(\(choices.joined(separator: " ")))"
  }

  // MARK: fish

  private var fishCompletion: String {
    var lines = ["# Completes \(program) in fish; made by '\(program) completion fish'."]
    lines.append("complete -c \(program) -f")
    let start = "complete -c \(program) -n __fish_use_subcommand -a"
    for command in commands {
      lines.append("\(start) \(command.name) -d '\(Self.fishQuoted(command.summary))'")
    }
    lines.append("\(start) help -d 'Show help'")
    for command in commands {
      let within = "complete -c \(program) -n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.options {
        let short = option.short.map { " -s \($0)" } ?? ""
        let value =
          !option.takesValue
          ? "" : option.value.takesFile ? " -r -F" : " -x"
        let choices = option.value.choices.joined(separator: " ")
        lines.append(
          "\(within)\(short) -l \(option.long)\(value)\(choices.isEmpty ? "" : " -a '\(choices)'")"
            + " -d '\(Self.fishQuoted(option.help))'")
      }
      for operand in command.operands {
        if operand.takesFile { lines.append("\(within) -F") }
        if !operand.choices.isEmpty {
          lines.append("\(within) -a '\(operand.choices.joined(separator: " "))'")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fishQuoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }

  /// Within single quotes, with a backslash before each of some characters.
  private static func quoted(_ text: String, _ special: String) -> String {
    text.map { special.contains($0) ? "\\\($0)" : $0 == "'" ? "'\\''" : String($0) }.joined()
  }
}

extension Option {
  /// The option as it is typed, in full and by its letter.
  fileprivate var names: [String] { ["--\(long)"] + (short.map { ["-\($0)"] } ?? []) }
}
