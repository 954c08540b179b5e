/// What decides the exit status of a run.
public struct RunOutcome: Sendable, Hashable {
  /// The signal that stopped the run, as its exit status.
  public var signal: ExitCode?
  /// Whether the server acknowledged any write.
  public var hasWritten = false
  /// Whether a write may have arrived though nobody acknowledged it: its answer was lost, and so
  /// was what the catalog was asked afterwards.
  public var mayHaveWritten = false
  /// Whether the catalog, read back, shows something else than the plan.
  public var differs = false
  /// Whether something that the files ask for was blocked, left or failed.
  public var isIncomplete = false
  /// What went wrong, each by the status it has when nothing was written.
  public var troubles: Set<ExitCode> = []

  /// Makes the outcome of a run in which nothing went wrong.
  public init() {}

  /// What counts when nothing was written, the first that applies.
  private static let order: [ExitCode] = [
    .usage, .configuration, .noInput, .notPermitted, .unavailable, .gaveUp, .stale,
    .unreadableInput, .findings, .changes, .unwritableReport,
  ]

  /// The one status that tells most.
  ///
  /// Once a write was acknowledged, or may have arrived, only an interruption, a difference,
  /// incompleteness and success are told apart: whoever reads the status must know first that the
  /// catalog is perhaps not as it was.
  public var status: ExitCode {
    if let signal { return signal }
    if hasWritten {
      if differs { return .differs }
      return isIncomplete || !troubles.isDisjoint(with: [.unwritableReport])
        ? .incomplete : .success
    }
    if mayHaveWritten { return .incomplete }
    return RunOutcome.order.first(where: troubles.contains) ?? .success
  }
}
