import Synchronization

/// The place where one thread leaves an answer and another finds it.
final class PendingResponse: Sendable {
  private let response = Mutex<ServerResponse?>(nil)

  /// What was left here; nil before.
  var found: ServerResponse? { response.withLock { $0 } }

  func leave(_ found: ServerResponse) { response.withLock { $0 = found } }
}
