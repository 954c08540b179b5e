import Glibc
import Synchronization

/// Work that takes its time: a few pieces at once, the others in the order in which they came.
///
/// It is done on threads of its own, which stand back where others want the processor.
final class WorkQueue: Sendable {
  typealias Work = @Sendable () -> Void

  private struct State {
    var running = 0
    /// The next one last.
    var waiting: [Work] = []
    var arriving: [Work] = []

    /// The next piece, in linear time over all of them.
    mutating func next() -> Work? {
      if waiting.isEmpty {
        waiting = arriving.reversed()
        arriving = []
      }
      return waiting.popLast()
    }
  }

  /// By how much the threads stand back behind those that answer at once.
  fileprivate static let niceness: Int32 = 5

  private let width: Int
  private let state = Mutex(State())

  /// - Parameter width: How many pieces of work are done at once.
  init(width: Int) { self.width = width }

  /// Does a piece of work as soon as its turn has come.
  func add(_ work: @escaping Work) {
    let hasRoom = state.withLock { state in
      state.arriving.append(work)
      if state.running == width { return false }
      state.running += 1
      return true
    }
    if hasRoom { startThread() }
  }

  private func startThread() {
    var thread = pthread_t()
    let queue = Unmanaged.passRetained(self)
    let code = pthread_create(&thread, nil, threadBegins, queue.toOpaque())
    if code == 0 {
      pthread_detach(thread)
    } else {
      // Whoever brings the work has to do it.
      queue.release()
      workThrough()
    }
  }

  fileprivate func workThrough() {
    while let work = next() { work() }
  }

  /// The next piece; nil when there is none, and then one thread less is at work.
  private func next() -> Work? {
    state.withLock { state in
      let next = state.next()
      if next == nil { state.running -= 1 }
      return next
    }
  }
}

private func threadBegins(_ queue: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let queue else { return nil }
  // A thread has a niceness of its own on Linux (nice(2)): the process's to begin with.
  _ = nice(WorkQueue.niceness)
  Unmanaged<WorkQueue>.fromOpaque(queue).takeRetainedValue().workThrough()
  return nil
}
