/// How an answer goes out; anything but the whole is for trying out clients.
enum Delivery: Sendable, Hashable {
  case whole
  /// The connection is cut without an answer.
  case reset
  /// The connection ends within the body; nil for half of it.
  case truncated(bytes: Int?)
  /// The body trickles.
  case dripped(bytesPerSecond: Int)
}
