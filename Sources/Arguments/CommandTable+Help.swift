extension CommandTable {
  /// What `help` prints: the commands with their summaries.
  var helpText: String {
    var help = HelpText()
    help.add("Usage: \(program) COMMAND [ARGUMENT...]")
    help.add(summary)
    help.add(
      heading: "Commands",
      commands.map { ($0.name, $0.summary) } + [("help", "Show this help, or that of a command")])
    help.add(
      heading: "Options",
      [("-h, --help", "Show this help"), ("    --version", "Show the version")])
    help.add("'\(program) COMMAND --help' shows the options of a command.")
    return help.text
  }

  /// What `help COMMAND` prints: usage, operands and options.
  func helpText(for command: Command) -> String {
    var help = HelpText()
    let words = [program, command.name, "[OPTION...]"] + command.operands.map(\.usage)
    help.add("Usage: " + words.joined(separator: " "))
    help.add(command.summary)
    help.add(command.discussion)
    help.add(
      heading: "Arguments",
      command.operands.map { ($0.isRepeatable ? $0.name + "..." : $0.name, $0.help) })
    help.add(
      heading: "Options",
      command.options.map { ($0.label, $0.help) } + [("-h, --help", "Show this help")])
    return help.text
  }
}

extension Option {
  /// The option in a list: `-v, --verbose`, or `    --format text|json`.
  fileprivate var label: String {
    let letter = short.map { "-\($0), " } ?? "    "
    return letter + "--\(long)" + (value.placeholder.map { " \($0)" } ?? "")
  }
}
