import Glibc
import Synchronization

/// Ends connections whose peer takes too long over one step, however steadily bytes trickle, and
/// those whose peer has stopped sending in the middle of a request.
///
/// libmicrohttpd's own timer starts anew with every byte, and it does not notice the end of what a
/// peer sends when that comes together with the last bytes.
final class ConnectionWatch: Sendable {
  /// What a connection waits for.
  enum Step: Sendable {
    /// The line of the next request.
    case idle
    /// The rest of a request.
    case request
    /// Our handler, whose time is not the peer's fault.
    case handler
    /// The peer to take an answer.
    case answer
  }

  private struct Entry {
    let socket: Int32
    var step = Step.idle
    var start = ContinuousClock.now
  }

  private let idleLimit: Duration
  private let transferLimit: Duration
  private let entries = Mutex<[UInt: Entry]>([:])

  init(idleLimit: Duration, transferLimit: Duration) {
    self.idleLimit = idleLimit
    self.transferLimit = transferLimit
  }

  /// Begins to watch a connection.
  func open(_ connection: OpaquePointer, socket: Int32) {
    entries.withLock { $0[UInt(bitPattern: connection)] = Entry(socket: socket) }
  }

  /// Forgets a connection; its socket must still be open, so that no other has its number.
  func close(_ connection: OpaquePointer) {
    entries.withLock { _ = $0.removeValue(forKey: UInt(bitPattern: connection)) }
  }

  /// Notes that a connection begins a step.
  func begin(_ step: Step, _ connection: OpaquePointer) {
    entries.withLock { entries in
      entries[UInt(bitPattern: connection)]?.step = step
      entries[UInt(bitPattern: connection)]?.start = .now
    }
  }

  /// Ends what is overdue; the server's own thread then cleans up.
  func endOverdue() {
    let now = ContinuousClock.now
    entries.withLock { entries in
      for entry in entries.values where isOverdue(entry, at: now) || isAbandoned(entry, at: now) {
        shutdown(entry.socket, Int32(SHUT_RDWR))
      }
    }
  }

  /// Whether the peer will send nothing more while we wait for a request; the second leaves time
  /// for what was read to be taken note of.
  private func isAbandoned(_ entry: Entry, at now: ContinuousClock.Instant) -> Bool {
    guard entry.step == .idle || entry.step == .request,
      entry.start.duration(to: now) > .seconds(1)
    else { return false }
    var byte: UInt8 = 0
    return recv(entry.socket, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) == 0
  }

  private func isOverdue(_ entry: Entry, at now: ContinuousClock.Instant) -> Bool {
    switch entry.step {
    case .idle: entry.start.duration(to: now) > idleLimit
    case .request, .answer: entry.start.duration(to: now) > transferLimit
    case .handler: false
    }
  }
}
