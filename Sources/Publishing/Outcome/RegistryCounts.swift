import Reconciler

/// How many models name a registry, and what became of asking it.
public struct RegistryCounts: Sendable, Hashable {
  /// Models that name a registry.
  public var declared = 0
  /// Of these, those whose version was found.
  public var resolved = 0
  /// Those whose version was not found, or whose registry had to be asked and did not answer.
  public var unresolved = 0
  /// Those that were looked at without their registry.
  public var notChecked = 0

  /// Makes counts of zero.
  public init() {}

  init(_ models: [DesiredModel]) {
    for model in models {
      switch model.registry {
      case .notNamed: continue
      case .read: resolved += 1
      case .unresolved: unresolved += 1
      case .notChecked: notChecked += 1
      }
      declared += 1
    }
  }
}
