/// One option of a command.
public struct Option: Sendable, Hashable {
  /// Its name without the two dashes.
  public var long: String
  /// Its letter without the dash.
  public var short: Character?
  /// What must follow it.
  public var value: OptionValue
  /// Whether it may be given more than once.
  public var isRepeatable: Bool
  /// What it does.
  public var help: String

  /// Makes an option; without `value` it is a flag.
  public init(
    _ long: String, short: Character? = nil, value: OptionValue = .none, isRepeatable: Bool = false,
    help: String
  ) {
    self.long = long
    self.short = short
    self.value = value
    self.isRepeatable = isRepeatable
    self.help = help
  }

  var takesValue: Bool { value != .none }

  /// Whether an argument is this option's letter alone.
  func isShort(_ argument: String?) -> Bool {
    short.map { argument == "-\($0)" } ?? false
  }
}
