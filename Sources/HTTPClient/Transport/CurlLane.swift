/// Requests that share a bound on how many are under way at once; the others wait in order.
///
/// libcurl could queue them too, but there the waiting would count towards a request's timeout.
struct CurlLane {
  private let capacity: Int
  private var running = Set<Int>()
  private var waiting: [Int] = []
  private var head = 0

  init(capacity: Int) { self.capacity = max(1, capacity) }

  /// Queues a request.
  mutating func enter(_ number: Int) { waiting.append(number) }

  /// The next request that may start now.
  mutating func next() -> Int? {
    guard running.count < capacity, head < waiting.count else { return nil }
    let number = waiting[head]
    head += 1
    if head == waiting.count {
      waiting = []
      head = 0
    }
    running.insert(number)
    return number
  }

  /// Lets go of a request, whether it waits or runs.
  mutating func leave(_ number: Int) {
    if running.remove(number) == nil, let index = waiting[head...].firstIndex(of: number) {
      waiting.remove(at: index)
    }
  }
}
