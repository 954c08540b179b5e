/// How a program ended and what it printed.
public struct ProgramResult: Sendable, Hashable {
  /// How a program ends.
  public enum Ending: Sendable, Hashable {
    /// By itself, with a status.
    case exited(Int32)
    /// By a signal.
    case signalled(Int32)
  }

  /// How it ended.
  public let ending: Ending
  /// What it wrote to its standard output.
  public let output: [UInt8]
  /// What it wrote to its standard error, cut off where the limit was reached.
  public let errors: [UInt8]

  init(ending: Ending, output: [UInt8], errors: [UInt8]) {
    self.ending = ending
    self.output = output
    self.errors = errors
  }
}
