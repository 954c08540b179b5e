import Diagnostics
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// Brings one model to what its plan shows: the model, then its edges, each read back.
///
/// Nothing that fails here stops another model.
struct ModelPublication {
  /// What came of writing the model itself.
  enum Step {
    /// It was written; this is the server's answer, or what was read when the answer was lost.
    case written(MlModel)
    /// There was nothing to write.
    case nothing
    /// Somebody else changed it since it was read.
    case moved
    /// It was not written; a finding says why.
    case failed
  }

  /// Reads the model again and plans it again; throws when the catalog cannot be read.
  typealias Replanning =
    @Sendable (ReplanningCause) async throws(OpenMetadataError) -> ReplanningOutcome

  let client: OpenMetadataClient
  let control: WriteControl
  let readBack: ReadBack
  /// Whether what was written is read back at all.
  let isVerifying: Bool
  let replanning: Replanning
  /// What findings about the model are marked with.
  let key: String
  /// Where the model's name stands: the place of what the server refuses as a whole.
  let place: SourceRange?

  var plan: ModelPlan
  /// The model as it was read last; nil when it is new.
  var known: MlModel?
  var result: ModelResult
  /// What is to be said about writing.
  var findings = DiagnosticList()
  /// What is to be said about the plan that was made again, instead of what was said about the
  /// first; nil while that one holds.
  var findingsOfNewPlan: DiagnosticList?
  var outcome = RunOutcome()
  /// Members and custom properties that the server refused; reading back does not expect them.
  var refusedMembers: Set<String> = []
  /// The plan by which the model was brought back; nil when it was not deleted.
  var restored: ModelPlan?
  var hasWritten = false
  var hasFailed = false
  private var isSkipped = false

  init(
    _ plan: ModelPlan, known: MlModel?, key: String, at place: SourceRange? = nil,
    client: OpenMetadataClient, control: WriteControl, readBack: ReadBack,
    isVerifying: Bool = true, replanning: @escaping Replanning
  ) {
    self.place = place
    self.plan = plan
    self.known = known
    self.key = key
    self.client = client
    self.control = control
    self.readBack = readBack
    self.isVerifying = isVerifying
    self.replanning = replanning
    result = ModelResult(plan)
  }

  /// Whether something was written at which nobody looked.
  var isUnverified: Bool { hasWritten && !isVerifying }

  /// Whether the plan asks for any write.
  static func isNeeded(_ plan: ModelPlan) -> Bool {
    plan.write != .none || plan.edges.contains { $0.action != .none }
  }

  /// Leaves the model unwritten for what came of its service; a finding says so.
  mutating func skip(_ service: String, _ step: ServicePublication.Step) {
    switch step {
    case .written, .found, .stopped: return
    case .failed(let error): fail(Failure(writing: service, error, model: key))
    case .unsettled(let error, let unread): leaveUnsettled(service, error, unread: unread)
    }
    isSkipped = true
  }

  /// Writes and reads back.
  mutating func run() async {
    if !isSkipped, let model = await publishModel() {
      result.versionAfter = model.version
      // Edges lead to the features of the plan; without these they would be wrong or refused.
      if !refusedMembers.contains("mlFeatures") { await publishEdges(into: model) }
    }
    outcome.isIncomplete = outcome.isIncomplete || hasFailed || !plan.conflicts.isEmpty
    result.plan = plan
    if let restored {
      result.action = .restore
      result.versionBefore = restored.versionBefore
    }
    if hasWritten {
      result.progress = outcome.isIncomplete || outcome.differs ? .partial : .complete
      if isUnverified { sayUnverified() }
    } else if outcome.mayHaveWritten, !isSkipped {
      result.progress = .unknown
    }
    if hasFailed { result.action = .failed }
  }

  private mutating func publishModel() async -> MlModel? {
    if case .restore(let id, _) = plan.write {
      guard await restore(id: id) else { return nil }
    }
    for attempt in 1...2 {
      switch await writeModel() {
      case .written(let answer):
        hasWritten = true
        return await verified(answer)
      case .nothing: return known
      case .failed: return nil
      case .moved:
        guard attempt == 1 else { break }
        guard await replan(.moved) else { return nil }
      }
    }
    fail(
      Diagnostic(
        .catalogMoved, "\(plan.fullyQualifiedName) was changed by somebody else, twice in a row",
        hint: "publish again", model: key), .stale)
    return nil
  }

  private mutating func writeModel() async -> Step {
    switch plan.write {
    case .none: .nothing
    case .create(let request): await create(request)
    case .patch(let patch): await change(patch)
    // Somebody deleted it again.
    case .restore: .moved
    }
  }

  /// Plans again on what the catalog holds now; false when the model may not be written any more.
  mutating func replan(_ cause: ReplanningCause) async -> Bool {
    do throws(OpenMetadataError) {
      let again: Replanned
      switch try await replanning(cause) {
      case .planned(let replanned): again = replanned
      case .refused(let finding):
        fail(finding, .stale)
        return false
      }
      plan = again.plan
      known = again.model
      findingsOfNewPlan = again.findings
      result = ModelResult(plan)
      if again.isBlocked {
        result.block()
        outcome.isIncomplete = true
        outcome.troubles.insert(.findings)
      }
      return !again.isBlocked
    } catch {
      fail(Failure(writing: "the model", error, model: key))
      return false
    }
  }
}

extension ModelPublication {
  /// Notes that something of the plan was not done.
  mutating func fail(_ failure: Failure) {
    fail(failure.diagnostic, failure.status)
  }

  /// Notes that something of the plan was not done.
  mutating func fail(_ finding: Diagnostic, _ status: ExitCode) {
    var finding = finding
    if finding.code == .writeRefused, finding.range == nil { finding.range = place }
    findings.append(finding)
    outcome.troubles.insert(status)
    hasFailed = true
  }

  /// Notes that nobody knows whether a write arrived: its answer was lost, and reading failed too.
  mutating func leaveUnsettled(
    _ what: String, _ error: OpenMetadataError, unread: OpenMetadataError
  ) {
    guard error.mayHaveTakenEffect else { return fail(Failure(writing: what, unread, model: key)) }
    outcome.mayHaveWritten = true
    let failure = Failure(unsettled: what, error, unread: unread, model: key)
    fail(failure)
  }

  /// Notes that a signal came before something was begun.
  mutating func stop(before what: String) {
    outcome.isIncomplete = true
    findings.append(
      Diagnostic(
        .stoppedEarly, "stopped before \(what) of \(plan.fullyQualifiedName) was written",
        hint: "publish again", model: key))
  }
}
