import Dispatch
import Glibc
import Synchronization
import Testing

@testable import EmbeddedCatalog

@Suite("A queue of work", .timeLimit(.minutes(1)))
struct WorkQueueTests {
  /// How many pieces of work are under way, and how many there were at most.
  private final class Count: Sendable {
    private let state = Mutex((running: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func work() {
      state.withLock { state in
        state.running += 1
        state.most = max(state.most, state.running)
      }
      usleep(100)
      state.withLock { $0.running -= 1 }
    }
  }

  @Test("everything is done, and no more at once than the width allows", arguments: [1, 3])
  func width(width: Int) async {
    let queue = WorkQueue(width: width)
    let count = Count()
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...200 {
        group.addTask {
          await withCheckedContinuation { done in
            queue.add {
              count.work()
              done.resume()
            }
          }
        }
      }
    }
    #expect((1...width).contains(count.most))
  }

  @Test("what came first is done first, also after a pause")
  func order() async {
    let queue = WorkQueue(width: 1)
    let done = Mutex<[Int]>([])
    for first in [0, 5] {
      let gate = DispatchSemaphore(value: 0)
      queue.add { gate.wait() }
      for index in 1...4 { queue.add { done.withLock { $0.append(first + index) } } }
      await withCheckedContinuation { last in
        queue.add { last.resume() }
        gate.signal()
      }
    }
    #expect(done.withLock { $0 } == [1, 2, 3, 4, 6, 7, 8, 9])
  }
}
