/// One command of a program: its operands, its options and what help says about it.
public struct Command: Sendable, Hashable {
  /// The word that selects it.
  public var name: String
  /// What it does, in one line of help.
  public var summary: String
  /// More about it: paragraphs separated by empty lines; wrapped when printed.
  public var discussion: String
  /// What may stand beside options, in order; only the last may repeat.
  public var operands: [Operand]
  /// The options, in the order in which help lists them; `--help` need not be listed.
  public var options: [Option]

  /// Makes a command.
  public init(
    name: String, summary: String, discussion: String = "", operands: [Operand] = [],
    options: [Option] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operands = operands
    self.options = options
  }
}
