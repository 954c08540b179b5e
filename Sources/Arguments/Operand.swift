/// An argument that is no option, such as the paths of `publish`.
public struct Operand: Sendable, Hashable {
  /// Its name in help, in capitals.
  public var name: String
  /// What it means.
  public var help: String
  /// Whether the command needs it.
  public var isRequired: Bool
  /// Whether there may be more than one.
  public var isRepeatable: Bool

  /// The words it may be; empty when it may be any text.
  public var choices: [String]
  /// Words that shells propose where it may be any text.
  public var suggestions: [String]

  /// Makes an operand.
  public init(
    _ name: String, help: String, isRequired: Bool = false, isRepeatable: Bool = false,
    choices: [String] = [], suggestions: [String] = []
  ) {
    self.name = name
    self.help = help
    self.isRequired = isRequired
    self.isRepeatable = isRepeatable
    self.choices = choices
    self.suggestions = suggestions
  }

  /// The operand in a usage line: `PATH`, `[PATH]` or `[PATH...]`.
  var usage: String {
    let word = choices.isEmpty ? name : choices.joined(separator: "|")
    let name = isRepeatable ? word + "..." : word
    return isRequired ? name : "[\(name)]"
  }
}
