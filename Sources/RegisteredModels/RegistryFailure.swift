/// Why a registry gave no answer that could be used.
public struct RegistryFailure: Error, Sendable, Equatable {
  /// What kind of failure, which decides the exit status.
  public enum Kind: Sendable, Hashable {
    /// Not reached, or something else than the registry's API answered (69).
    case unreachable
    /// It points to a host that nobody named (69); unlike a registry that is away, never excused.
    case untrusted
    /// Still busy after all repetitions (75).
    case gaveUp
    /// Not authenticated, not permitted, or no token may go there (77).
    case notPermitted
    /// Settings that cannot be used, such as an invalid URI in a variable (78).
    case misconfigured
    /// Not asked, since the run is offline, and the lock does not hold it (1).
    case notLocked
  }

  /// What kind it is.
  public var kind: Kind
  /// What happened, in a sentence without its full stop, secrets redacted.
  public var message: String
  /// What to do about it; nil when nothing is known.
  public var hint: String?

  /// Makes a failure.
  public init(_ kind: Kind, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }
}
