/// How often and after which pauses a request is repeated.
public struct RetryPolicy: Sendable {
  /// How often a request is sent at most, the first time included.
  public var attempts = 5
  /// The pause before the first repetition; each later one doubles it.
  public var firstPause: Duration = .milliseconds(200)
  /// The longest pause; a server that wants a longer one is given up.
  public var longestPause: Duration = .seconds(120)
  /// A number from 0 up to 1 that decides between half a pause and a whole one.
  public var jitter: @Sendable () -> Double = { Double.random(in: 0..<1) }

  /// The usual policy.
  public init() {}

  /// The pause after an attempt (from 1), without regard to what the server wishes.
  func pause(after attempt: Int) -> Duration {
    let whole = firstPause * (1 << min(attempt - 1, 16))
    return min(longestPause, whole * (0.5 + jitter() / 2))
  }
}
