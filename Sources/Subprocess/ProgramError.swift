/// Why a program gave no result.
///
/// Neither its arguments nor what it printed are repeated: both may hold secrets.
public enum ProgramError: Error, Sendable, Hashable {
  /// No executable file of that name is in the folders of `PATH`.
  case notFound(String)
  /// The system refused to start it; the reason is the system's.
  case notStarted(String, reason: String)
  /// It was killed because its time was up.
  case timedOut(String, after: Duration)
  /// It was killed because it printed more than allowed, in bytes.
  case tooMuchOutput(String, limit: Int)
  /// It was killed because the task was cancelled.
  case cancelled(String)
}

extension ProgramError: CustomStringConvertible {
  /// What happened, in a sentence without its full stop.
  public var description: String {
    switch self {
    case .notFound(let name): "there is no program '\(name)' in PATH"
    case .notStarted(let name, let reason): "'\(name)' cannot be started: \(reason)"
    case .timedOut(let name, _): "'\(name)' did not end in time"
    case .tooMuchOutput(let name, let limit): "'\(name)' printed more than \(limit) bytes"
    case .cancelled(let name): "'\(name)' was stopped"
    }
  }
}
