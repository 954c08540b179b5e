import Glibc
import Publishing

/// Turns SIGINT and SIGTERM into a request to stop; a second one ends the process at once.
struct SignalWatch {
  private final class Watch: Sendable {
    let interruption: Interruption
    let notify: @Sendable () -> Void

    init(_ interruption: Interruption, _ notify: @escaping @Sendable () -> Void) {
      self.interruption = interruption
      self.notify = notify
    }
  }

  /// Begins to watch; to be called before any other thread is started, so that all of them leave
  /// these signals to the one that waits for them.
  static func start(_ interruption: Interruption, notify: @escaping @Sendable () -> Void) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let watch = Unmanaged.passRetained(Watch(interruption, notify))
    var thread = pthread_t()
    pthread_create(&thread, nil, { SignalWatch.wait($0) }, watch.toOpaque())
    pthread_detach(thread)
  }

  private static func wait(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let watch = Unmanaged<Watch>.fromOpaque(argument).takeRetainedValue()
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    while true {
      var number: Int32 = 0
      guard sigwait(&signals, &number) == 0 else { return nil }
      let code: ExitCode = number == SIGINT ? .interrupted : .terminated
      if watch.interruption.signal != nil { _exit(code.rawValue) }
      watch.interruption.request(code)
      watch.notify()
    }
  }
}
