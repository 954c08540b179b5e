/// A variable of the environment that cannot be understood.
public struct TransportConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The variable.
  public let variable: String
  /// What is wrong with its value, which is not repeated.
  public let problem: String

  /// Names a variable and says what is wrong with it, without its value.
  public init(_ variable: String, _ problem: String) {
    self.variable = variable
    self.problem = problem
  }

  /// The variable and the problem in one phrase.
  public var description: String { "\(variable) \(problem)" }
}
