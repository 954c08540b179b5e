/// Why the stand-in for Azure, or the client that judges it, failed.
public struct RunningAzureServiceError: Error, CustomStringConvertible {
  let message: String

  /// What it wrote.
  public var description: String { message }
}
