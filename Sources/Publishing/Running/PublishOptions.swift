import ModelManifests
public import Reconciler

/// What the command line says about a run.
public struct PublishOptions: Sendable {
  /// Whether anything is written.
  public var mode = RunMode.publish
  /// From which severity on a finding fails the run.
  public var failOn = FailureThreshold.error
  /// Whether nothing is written unless every model is clean.
  public var isAllOrNothing = false
  /// Whether a check that finds changes ends with its own exit code.
  public var hasDetailedExitCode = false
  /// The alias that the published version must have (`--require-alias`).
  public var requiredAlias: String?
  /// The stage that the published version must be in (`--require-stage`).
  public var requiredStage: String?
  /// Whether a model is published without a registry that cannot be asked (`--registry optional`).
  public var isRegistryOptional = false
  /// The user name whose writes are those of the publisher, when the token is another's
  /// (`--published-by`).
  public var publisher: String?
  /// Whether the command line lets only promoted versions through.
  var hasGate: Bool { requiredAlias != nil || requiredStage != nil }

  /// Whether findings are looked for that matter to nobody but who mends the files (`--fix`).
  public var isFixing = false
  /// What planning is told.
  public var plan = PlanOptions()

  /// Whether what was written is read back (`--no-verify` says no).
  public var isVerifying = true
  /// How many models are written side by side.
  public var concurrency = 8

  /// Makes the options of a plain run.
  public init() {}
}

extension PublishOptions {
  /// What merging is told.
  func merge(_ config: ProjectConfig) -> MergeOptions {
    var merge = MergeOptions()
    merge.registry = config.registry
    merge.rules = config.rules
    merge.serviceAliases = config.serviceAliases
    merge.requiredAlias = requiredAlias
    merge.requiredStage = requiredStage
    merge.isRegistryOptional = isRegistryOptional
    return merge
  }
}
