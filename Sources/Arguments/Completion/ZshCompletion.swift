/// A script for zsh.
struct ZshCompletion {
  let table: CommandTable

  var script: String {
    let list = table.commands.map { "    '\($0.name):\(Self.quoted($0.summary, ":"))'\n" }.joined()
    return """
      #compdef \(table.program)
      # Completes \(table.program) in zsh; made by '\(table.program) completion zsh'.
      _\(table.program)() {
        local -a topics commands
        topics=(
      \(list)  )
        commands=($topics 'help:Show help')
        if (( CURRENT == 2 )); then
          if [[ $words[2] == -* ]]; then compadd -- --version --help; fi
          _describe command commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
          help) _describe command topics ;;
      \(table.commands.map(branch).joined())  esac
      }
      if [[ $funcstack[1] == _\(table.program) ]]; then
        _\(table.program) "$@"
      else
        compdef _\(table.program) \(table.program)
      fi

      """
  }

  /// What is done once the command is known.
  private func branch(_ command: Command) -> String {
    let specifications =
      ["--help[Show this help]"] + command.options.flatMap(specifications)
      + command.operands.map { operand in
        "\(operand.isRepeatable ? "*:" : "1:")\(operand.name):\(action(operand.proposals))"
      }
    let lines = specifications.map { " \\\n        '\($0)'" }.joined()
    return """
          \(command.name))
            _arguments\(lines) ;;

      """
  }

  private func specifications(_ option: Option) -> [String] {
    let value = option.value.placeholder.map { name in
      ":\(Self.quoted(name, ":")):\(action(option.proposals))"
    }
    return option.names.map { name in
      let repetition = option.isRepeatable ? "*" : ""
      // The sign lets the value stand behind it too.
      let sign = option.takesValue && name.hasPrefix("--") ? "=" : ""
      return "\(repetition)\(name)\(sign)[\(Self.quoted(option.help, "[]:"))]\(value ?? "")"
    }
  }

  private func action(_ proposals: Proposals) -> String {
    switch proposals {
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .files: "_files"
    case .folders: "_files -/"
    case .nothing: " "
    }
  }

  /// Within single quotes, with a backslash before each of some characters.
  private static func quoted(_ text: String, _ special: String) -> String {
    text.map { special.contains($0) ? "\\\($0)" : $0 == "'" ? "'\\''" : String($0) }.joined()
  }
}
