/// A command with the options and operands that were given for it, checked against its table.
public struct ParsedArguments: Sendable, Hashable {
  /// The command.
  public let command: Command
  /// What stood beside the options, in order.
  public private(set) var operands: [String] = []
  private var given: [String: [String]] = [:]

  init(command: Command) {
    self.command = command
  }

  /// Whether an option was given.
  public func contains(_ option: Option) -> Bool {
    given[option.long] != nil
  }

  /// How often an option was given; `-vv` counts twice.
  public func count(_ option: Option) -> Int {
    given[option.long]?.count ?? 0
  }

  /// The value of an option, or nil when it was not given.
  public func value(_ option: Option) -> String? {
    given[option.long]?.last
  }

  /// All values of a repeatable option, in order.
  public func values(_ option: Option) -> [String] {
    given[option.long] ?? []
  }

  /// The value of an option that takes a number.
  public func integer(_ option: Option) -> Int? {
    value(option).flatMap { Int($0) }
  }

  /// The value of an option whose words are those of an enumeration.
  public func choice<Choice: RawRepresentable<String>>(_ option: Option, as type: Choice.Type)
    -> Choice?
  {
    value(option).flatMap(Choice.init(rawValue:))
  }

  mutating func add(_ option: Option, _ value: String) {
    given[option.long, default: []].append(value)
  }

  mutating func add(operand: String) {
    operands.append(operand)
  }
}
