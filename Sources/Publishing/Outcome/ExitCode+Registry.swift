import RegisteredModels

extension ExitCode {
  /// What a registry that gives no answer means for the exit status.
  init(_ kind: RegistryFailure.Kind) {
    switch kind {
    case .unreachable, .untrusted: self = .unavailable
    case .gaveUp: self = .gaveUp
    case .notPermitted: self = .notPermitted
    case .misconfigured: self = .configuration
    case .notLocked: self = .findings
    }
  }
}
