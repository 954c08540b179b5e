public import JSONDocuments
public import Reconciler
public import RegisteredModels

/// What became of one model.
public struct ModelResult: Sendable, Equatable {
  /// What happens, or happened, to the model as a whole.
  public enum Action: String, Sendable, Hashable, CaseIterable {
    case create
    case update
    case restore
    case none
    /// A finding forbids to write it.
    case blocked
    /// It was to be written, and the server or the network did not let it.
    case failed
    /// The catalog could not be asked, so nothing is known.
    case unplanned
  }

  /// How far writing came.
  public enum Progress: Sendable, Hashable {
    /// Nothing was tried: a check, nothing to do, blocked, or stopped before its turn.
    case notStarted
    /// A write was tried, and nobody knows whether it arrived.
    case unknown
    /// Some of the plan was written.
    case partial
    /// All of the plan was written.
    case complete
  }

  /// The manifest's path.
  public var manifest: String
  /// The model's name.
  public var name: String
  /// The model's fully qualified name.
  public var fullyQualifiedName: String
  /// What happens to it.
  public var action: Action
  /// Whether it is blocked by the findings about other models alone (`--all-or-nothing`).
  public var isHeldBack = false
  /// The plan; nil when there is none.
  public var plan: ModelPlan?
  /// How far writing came.
  public var progress = Progress.notStarted
  /// The version before.
  public var versionBefore: JSONNumber?
  /// The version read back; in a check the one that is expected.
  ///
  /// Nil when the model was to be written and nothing of it was.
  public var versionAfter: JSONNumber?
  /// The version of the registered model; nil when it names no registry, or that did not say.
  public var registered: RegisteredVersion?
  /// What changed since the model was published; nil when nobody looked for that.
  public var drifts: [Drift]?
  /// The address of the model's page; nil for a model that is not in the catalog.
  public var url: String?

  /// A model that nothing could be planned for.
  public init(unplanned name: String, _ fullyQualifiedName: String, manifest: String) {
    self.manifest = manifest
    self.name = name
    self.fullyQualifiedName = fullyQualifiedName
    action = .unplanned
  }

  /// Takes what comparing the model with what was published came to.
  mutating func take(_ drift: ModelDrift) {
    action = drift.isCompared || !drift.drifts.isEmpty ? .none : .unplanned
    drifts = drift.drifts
    versionBefore = drift.version
    versionAfter = drift.version
  }

  /// Marks the model as one that is not written.
  mutating func block() {
    action = .blocked
    versionAfter = versionBefore
  }

  /// Whether there is anything to publish, or was, in the model or its lineage.
  public var hasChanges: Bool {
    switch action {
    case .create, .update, .restore: true
    case .none: plan?.edges.contains { $0.action != .none } == true
    case .blocked, .failed, .unplanned: false
    }
  }

  /// Whether the model was to be written, and nothing of it was.
  var isUnwritten: Bool {
    progress == .notStarted && [.create, .update, .restore, .failed].contains(action)
  }

  /// A model as planned.
  public init(_ plan: ModelPlan) {
    manifest = plan.manifest
    name = plan.name
    fullyQualifiedName = plan.fullyQualifiedName
    action = Action(plan.action)
    self.plan = plan
    versionBefore = plan.versionBefore
    versionAfter = plan.versionAfter
  }
}

extension ModelResult.Action {
  /// The action of a plan.
  init(_ action: ModelPlan.Action) {
    switch action {
    case .create: self = .create
    case .update: self = .update
    case .restore: self = .restore
    case .none: self = .none
    case .blocked: self = .blocked
    }
  }
}
