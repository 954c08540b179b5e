import Synchronization

/// Counts with how many models a step is done, and tells it.
final class ProgressCount: Sendable {
  private let step: RunProgress.Step
  private let total: Int
  private let observer: (any ProgressObserver)?
  private let done = Mutex(0)

  init(_ step: RunProgress.Step, of total: Int, _ observer: (any ProgressObserver)?) {
    self.step = step
    self.total = total
    self.observer = observer
  }

  /// Notes that a model is done.
  func finish(_ model: String) {
    done.withLock { done in
      done += 1
      observer?.observe(RunProgress(step, done: done, of: total, model: model))
    }
  }
}
