import FoundationEssentials

/// The limits of the HTTP server.
struct HTTPServerConfiguration: Sendable {
  /// The IPv4 or IPv6 address to listen on.
  var host = "127.0.0.1"
  /// The port; 0 takes a free one.
  var port: UInt16 = 0
  /// The largest body, in bytes.
  var maximumBody = 16 << 20
  /// The longest target, in bytes.
  var maximumTarget = 16 << 10
  /// The longest headers, in bytes of their names and values.
  var maximumHeaders = 32 << 10
  /// Seconds that a connection may wait for its next request.
  var idleTimeout = 60
  /// Seconds that sending one request, or taking its answer, may take, however steadily it trickles.
  var requestDeadline = 60
  /// Connections at a time.
  var maximumConnections = 4_000
  /// Connections at a time from one address.
  var maximumConnectionsOfPeer = 2_000
  /// Bytes of memory for the head of a request; more than that is refused in HTML.
  var connectionMemory = 128 << 10
  /// Threads that answer.
  var threads = 4
  /// Answers that take their time and are worked on at once: half of the processors are left for the
  /// quick ones.
  var lateAnswers = max(1, ProcessInfo.processInfo.activeProcessorCount / 2)
  /// Seconds that stopping waits for requests under way.
  var drainTimeout = 5
}
