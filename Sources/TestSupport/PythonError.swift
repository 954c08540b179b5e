/// A Python script that ended with a failure.
public struct PythonError: Error, Sendable {
  /// The script's name.
  public let script: String
  /// What it wrote to its standard error.
  public let output: String
}
