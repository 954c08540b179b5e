/// The browser or its driver could not do what it was asked for.
public struct BrowserError: Error, Sendable {
  /// What the driver said.
  public let message: String

  init(_ message: String) { self.message = message }
}
