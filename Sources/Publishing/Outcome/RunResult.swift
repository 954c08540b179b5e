public import Diagnostics
public import Reconciler

/// All that a run has to tell: what reports are made of.
public struct RunResult: Sendable {
  /// Whether the run was to write.
  public var mode: RunMode
  /// The server; nil when none was reached.
  public var server: ServerIdentity?
  /// The user of the token, when the plan depends on who wrote what.
  public var principal: String?
  /// The services of the plan.
  public var services: [ServicePlan] = []
  /// The names of those services that this run created or restored.
  public var writtenServices: Set<String> = []
  /// The names of those services of which nobody knows whether this run did.
  public var unsettledServices: Set<String> = []
  /// The models in the order of the manifests.
  public var models: [ModelResult] = []
  /// Of which models the run is; nil when it is of all.
  public var selected: SelectedModels?
  /// How the references to tables came out.
  public var references = ReferenceCounts()
  /// How many models are registered, and whether their registries told of them.
  public var registries = RegistryCounts()
  /// What could not be looked at, and why.
  public var notChecked: [NotChecked] = []
  /// The findings in the order in which reports show them.
  public var diagnostics: [Diagnostic] = []
  /// The findings that are there no more since `--fix` mended the files, as they were.
  public var fixed: [Diagnostic] = []
  /// What a pull request changes; nil when there is nothing to compare with.
  public var comparison: ReferenceComparison?
  /// The lines that a pull request changes; nil when there is nothing to compare with.
  public var changedLines: ChangedLines?
  /// The plan that was saved, or carried out; nil when there is none.
  public var savedPlan: PlanReference?
  /// What was examined; nil when nobody asked for that.
  public var checkups: [Checkup]?
  /// What the server did beside what is assumed of it; nil when nobody asked for that.
  public var observations: [RuleObservation]?
  /// The settings with where each comes from; nil when nobody asked for them.
  public var settings: [Setting]?
  /// The requests sent.
  public var requests = RequestCounts()
  /// What decides the exit status.
  public var outcome = RunOutcome()

  /// Makes the result of a run in which nothing happened yet.
  public init(mode: RunMode) {
    self.mode = mode
  }
}
