import Glibc

/// SIGINT and SIGTERM, taken by whoever waits instead of ending the process.
///
/// Made before any thread starts, because threads inherit what is blocked.
struct TerminationSignals {
  private let set: sigset_t

  /// Blocks the signals for this thread and those it will start.
  init() {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &set, nil)
    self.set = set
  }

  /// Waits for one of them.
  func wait() {
    var set = set
    var signal: Int32 = 0
    sigwait(&set, &signal)
  }
}
