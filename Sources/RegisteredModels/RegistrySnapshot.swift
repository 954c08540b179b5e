/// What was read of the registries in a run.
public struct RegistrySnapshot: Sendable, Equatable {
  /// The answers, by what was asked.
  public var answers: [RegistryReference: RegistryAnswer] = [:]

  /// Makes the snapshot of a run that has asked nothing.
  public init() {}
}
