public import RegisteredModels

/// What became of asking the registry that a manifest names.
public enum RegistryState: Sendable, Equatable {
  /// The manifest names none.
  case notNamed
  /// It told of a version.
  case read(RegisteredVersion)
  /// It did not answer, and the run goes on without it.
  case notChecked
  /// It has no such version, or it did not answer and must be asked.
  case unresolved
}
