/// Reads the arguments of one command.
struct ArgumentParser {
  let program: String
  let command: Command
  let knownOptions: [String]
  private var parsed: ParsedArguments
  private var rest: ArraySlice<String> = []

  init(program: String, command: Command, knownOptions: [String]) {
    self.program = program
    self.command = command
    self.knownOptions = knownOptions
    parsed = ParsedArguments(command: command)
  }

  mutating func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments {
    rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        for operand in rest { try take(operand: operand) }
        break
      }
      if argument.hasPrefix("--") {
        try takeLong(argument)
      } else if argument.hasPrefix("-"), argument != "-" {
        try takeCluster(argument)
      } else {
        try take(operand: argument)
      }
    }
    if let missing = command.operands.dropFirst(parsed.operands.count).first(where: \.isRequired) {
      let choices = missing.choices.joined(separator: ", ")
      throw UsageError(
        choices.isEmpty
          ? "\(missing.name) is missing" : "\(missing.name) is missing; it is one of \(choices)",
        hint: helpHint)
    }
    return parsed
  }

  private var helpHint: String { "see '\(program) \(command.name) --help'" }

  /// `--name`, `--name value` or `--name=value`.
  private mutating func takeLong(_ argument: String) throws(UsageError) {
    let name = String(argument.dropFirst(2).prefix { $0 != "=" })
    guard let option = command.options.first(where: { $0.long == name }) else {
      throw UsageError(
        "unknown option '--\(name)' for '\(command.name)'", suggestion: (name, knownOptions),
        prefix: "--", otherwise: helpHint)
    }
    let attached =
      argument.contains("=") ? String(argument.drop { $0 != "=" }.dropFirst()) : nil
    if option.takesValue {
      let value = if let attached { attached } else { try nextValue(for: "--\(name)") }
      try take(option, value, as: "--\(name)")
    } else if attached != nil {
      throw UsageError("'--\(name)' takes no value", hint: helpHint)
    } else {
      parsed.add(option, "")
    }
  }

  /// `-v`, `-qv`, `-o value` or `-ovalue`.
  private mutating func takeCluster(_ argument: String) throws(UsageError) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.short == letter }) else {
        throw UsageError("unknown option '-\(letter)' for '\(command.name)'", hint: helpHint)
      }
      guard option.takesValue else {
        parsed.add(option, "")
        continue
      }
      let value = letters.isEmpty ? try nextValue(for: "-\(letter)") : String(letters)
      return try take(option, value, as: "-\(letter)")
    }
  }

  /// The next argument, unless it is an option of this command: then a value was forgotten.
  private mutating func nextValue(for name: String) throws(UsageError) -> String {
    guard let value = rest.first else {
      throw UsageError("'\(name)' needs a value", hint: helpHint)
    }
    if value.hasPrefix("--"),
      knownOptions.contains(String(UsageError.optionName(value).dropFirst(2)))
    {
      throw UsageError(
        "'\(name)' needs a value", hint: "'\(UsageError.optionName(value))' is an option itself")
    }
    rest.removeFirst()
    return value
  }

  private mutating func take(_ option: Option, _ value: String, as name: String)
    throws(UsageError)
  {
    if let complaint = option.value.complaint(about: value) {
      let message = "'\(value)' for '\(name)' \(complaint)"
      guard case .choice(let words) = option.value else { throw UsageError(message) }
      throw UsageError(message, suggestion: (value, words), prefix: "")
    }
    if parsed.contains(option), !option.isRepeatable {
      throw UsageError("'\(name)' is given twice", hint: "give it once")
    }
    parsed.add(option, value)
  }

  private mutating func take(operand: String) throws(UsageError) {
    let index = parsed.operands.count
    let last = command.operands.last
    guard index < command.operands.count || last?.isRepeatable == true else {
      throw UsageError("unexpected argument '\(operand)'", hint: helpHint)
    }
    if operand.isEmpty {
      let name = index < command.operands.count ? command.operands[index].name : last?.name ?? ""
      throw UsageError("\(name) is empty", hint: "is a variable of the script not set?")
    }
    let choices =
      command.operands.isEmpty
      ? [] : command.operands[min(index, command.operands.count - 1)].choices
    if !choices.isEmpty, !choices.contains(operand) {
      throw UsageError(
        "'\(operand)' is none of \(choices.joined(separator: ", "))",
        suggestion: (operand, choices), prefix: "")
    }
    parsed.add(operand: operand)
  }
}
