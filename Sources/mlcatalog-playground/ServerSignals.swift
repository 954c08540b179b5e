import Glibc

/// SIGINT, SIGTERM and SIGHUP, taken by whoever waits instead of ending the process.
///
/// Made before any thread starts, because threads inherit what is blocked.
struct ServerSignals {
  /// What a signal asks for.
  enum Request {
    case end
    case readAgain
  }

  private let set: sigset_t

  /// Blocks the signals for this thread and those it will start.
  ///
  /// - Parameter takesHangUp: Whether SIGHUP asks for something rather than ends the process.
  init(takesHangUp: Bool) {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    if takesHangUp { sigaddset(&set, SIGHUP) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    self.set = set
  }

  /// Waits for one of them.
  func wait() -> Request {
    var set = set
    var signal: Int32 = 0
    sigwait(&set, &signal)
    return signal == SIGHUP ? .readAgain : .end
  }
}
