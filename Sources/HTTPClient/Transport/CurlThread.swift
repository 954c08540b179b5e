import CCurl
import Glibc
import Synchronization

/// The thread on which libcurl lives, as the executor of an actor.
///
/// It runs the actor's jobs, steps the transfers, and sleeps in `curl_multi_poll` until a socket or
/// another job needs it. So no lock guards libcurl's state and no thread of the cooperative pool
/// ever waits for the network. Thread and libcurl come into being with the first job.
final class CurlThread: SerialExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var multi: CurlMulti?
    var thread: pthread_t?
    var isStopping = false
    var step: (@Sendable (CurlMulti) -> Void)?
  }

  private let state = Mutex(State())
  private let connections: Int
  private static let initialized: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Makes a thread that does not run yet and will keep up to `connections` open.
  init(keeping connections: Int) { self.connections = connections }

  /// Sets what is done after every batch of jobs and whenever a socket is ready.
  func onStep(_ step: @escaping @Sendable (CurlMulti) -> Void) {
    state.withLock { $0.step = step }
  }

  /// Lets the thread end; no job may follow.
  func stop() {
    state.withLock { state in
      state.isStopping = true
      state.multi?.wakeUp()
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isFirst = state.withLock { state in
      state.jobs.append(job)
      if let multi = state.multi {
        if state.jobs.count == 1 { multi.wakeUp() }
        return false
      }
      precondition(CurlThread.initialized, "libcurl could not be initialised")
      state.multi = CurlMulti(keeping: connections)
      return true
    }
    if isFirst { start() }
  }

  func checkIsolated() {
    precondition(isIsolatingCurrentContext() == true, "not on the curl thread")
  }

  func isIsolatingCurrentContext() -> Bool? {
    state.withLock { $0.thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
  }

  private func start() {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let failure = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<CurlThread>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    precondition(failure == 0, "no thread can be started")
    pthread_detach(thread)
  }

  private func run() {
    // Signals belong to the main thread; SIGPIPE, which TLS can raise, becomes an error code.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let (multi, step) = state.withLock { state in
      state.thread = pthread_self()
      return (state.multi, state.step)
    }
    guard let multi else { return }
    while runJobs() {
      step?(multi)
      if state.withLock({ $0.jobs.isEmpty && !$0.isStopping }) { multi.wait() }
    }
    state.withLock { $0.multi = nil }
    multi.close()
  }

  /// Runs what is queued; false when the thread shall end.
  private func runJobs() -> Bool {
    let (jobs, isStopping) = state.withLock { state in
      defer { state.jobs = [] }
      return (state.jobs, state.isStopping)
    }
    for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
    return !(isStopping && jobs.isEmpty)
  }
}
