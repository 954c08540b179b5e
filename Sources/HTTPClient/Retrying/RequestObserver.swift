/// Somebody who wants to know of every request, such as the log of `-v`.
public protocol RequestObserver: Sendable {
  /// Called after every request, whether it was answered or not.
  func observe(_ exchange: ObservedExchange)
  /// Called before a pause that precedes the repetition of a request.
  func observe(pause: Duration, before attempt: Int, of request: ObservedRequest)
}
