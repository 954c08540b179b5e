import Diagnostics
import HTTPClient
import Publishing
import Synchronization

/// One line on the terminal that says how far a run is, taken away at its end.
final class ProgressLine: RequestObserver, ProgressObserver {
  private struct State {
    var requests = 0
    var progress: RunProgress?
    var shownAt: ContinuousClock.Instant?
  }

  /// More often nobody can read.
  private static let interval = Duration.milliseconds(50)
  /// What fits into a line of any terminal.
  private static let longestName = 40

  private let state = Mutex(State())
  private let write: @Sendable (String) -> Void

  /// A line that is written by a function.
  init(_ write: @escaping @Sendable (String) -> Void = { StandardStream.error.write($0) }) {
    self.write = write
  }

  func observe(_ exchange: ObservedExchange) {
    state.withLock { state in
      state.requests += 1
      show(&state)
    }
  }

  func observe(pause: Duration, before attempt: Int, of request: ObservedRequest) {
    state.withLock { state in
      state.shownAt = nil
      show(&state, ", waiting before attempt \(attempt)")
    }
  }

  func observe(_ progress: RunProgress) {
    state.withLock { state in
      state.progress = progress
      show(&state)
    }
  }

  /// Takes the line away.
  func finish() {
    state.withLock { state in
      if state.shownAt != nil { write("\r\u{1B}[K") }
    }
  }

  private func show(_ state: inout State, _ suffix: String = "") {
    let now = ContinuousClock.now
    if let shown = state.shownAt, shown.duration(to: now) < Self.interval { return }
    state.shownAt = now
    let models = state.progress.flatMap(text).map { "\($0), " } ?? ""
    write("\r\u{1B}[K\(models)requests: \(state.requests)\(suffix)")
  }

  /// `reading 12/340 CustomMLService.churn`; nothing for a single model.
  private func text(_ progress: RunProgress) -> String? {
    guard progress.total > 1 else { return nil }
    let word = progress.step == .reading ? "reading" : "writing"
    let name = VisibleText.escaping(progress.model)
    let shown = name.count > Self.longestName ? name.prefix(Self.longestName - 1) + "…" : name
    return "\(word) \(progress.done)/\(progress.total) \(shown)"
  }
}
