import Diagnostics
import ModelManifests
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// Plans one model again from its files on what the catalog holds now.
struct Replanner: Sendable {
  let gathered: Gathered
  let options: PublishOptions
  let judgement: Judgement

  /// The plan for a model, and whether it may be carried out.
  func plan(_ desired: DesiredModel) async throws(OpenMetadataError) -> ReplanningOutcome {
    let snapshot = try await gathered.gatherer.refreshed(gathered.snapshot, for: desired)
    var findings = DiagnosticList()
    let plan = Planner.plan([desired], snapshot, options.plan, diagnostics: &findings)
    judgement.apply(to: &findings, isComplete: false)
    guard let model = plan.models.first else {
      throw .invalidAnswer("the model cannot be planned again")
    }
    let isFlawed = !model.conflicts.isEmpty || judgement.forbidsAll(findings)
    let isBlocked =
      model.action == .blocked || options.isAllOrNothing && isFlawed
      || judgement.blockedModels(findings).contains(desired.manifest.findingsKey)
    return .planned(
      Replanned(
        plan: model, model: snapshot.models[model.fullyQualifiedName]?.entity,
        findings: findings, isBlocked: isBlocked))
  }
}
