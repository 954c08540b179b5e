import Diagnostics
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// What is done when a model of a saved plan is not as it was: a model that was brought back is
/// changed as the plan says, and nothing else than the plan is ever written.
struct SavedReplanning: Sendable {
  let client: OpenMetadataClient
  let plan: ModelPlan

  /// The rest of the plan on what the catalog holds now, or what moved.
  func plan(_ cause: ReplanningCause) async throws(OpenMetadataError) -> ReplanningOutcome {
    let lookup = try await client.model(named: plan.fullyQualifiedName)
    guard cause == .restored, case .restore(let id, let patch) = plan.write,
      let model = lookup.entity, model.id == id
    else { return .refused(try await staleness(lookup)) }
    var rest = plan
    rest.action = .update
    rest.write = .none
    if var patch {
      patch.version = model.version
      patch.updatedAt = model.updatedAt
      rest.write = .patch(patch)
    }
    var findings = DiagnosticList()
    let edges = try await client.upstreamEdges(ofModel: model.id)
    if let finding = PlanStaleness.restoredLineage(plan, edges: edges) { findings.append(finding) }
    return .planned(Replanned(plan: rest, model: model, findings: findings, isBlocked: false))
  }

  private func staleness(
    _ lookup: Lookup<MlModel>
  ) async throws(OpenMetadataError) -> Diagnostic {
    var edges: [LineageEdge] = []
    var history: [MlModel] = []
    if let model = lookup.entity {
      edges = try await client.upstreamEdges(ofModel: model.id)
      history = (try? await client.versions(ofModel: model.id)) ?? []
    }
    return PlanStaleness(plan, model: lookup, edges: edges).finding(history: history)
  }
}
