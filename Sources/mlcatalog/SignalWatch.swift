import Glibc
import Publishing

/// Turns SIGINT and SIGTERM into a request to stop; a second one ends the process at once.
enum SignalWatch {
  /// Runs something and ends the process with its exit code.
  ///
  /// The calling thread, which must be the only one, waits for the signals; the threads that come
  /// later inherit that they are not for them.
  static func run(
    _ interruption: Interruption, notify: () -> Void,
    _ operation: @escaping @Sendable () async -> ExitCode
  ) -> Never {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Task.detached { exit(await operation().rawValue) }
    while true {
      var number: Int32 = 0
      guard sigwait(&signals, &number) == 0 else { continue }
      let code: ExitCode = number == SIGINT ? .interrupted : .terminated
      if interruption.signal != nil { _exit(code.rawValue) }
      interruption.request(code)
      notify()
    }
  }
}
