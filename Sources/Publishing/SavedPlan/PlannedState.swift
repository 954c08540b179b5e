import Diagnostics
import OpenMetadataEntities
import Reconciler

/// Compares all that a saved plan was made on with what the catalog holds now, before anything is
/// written.
struct PlannedState {
  let plan: SavedPlan
  /// The models that are not written, as findings name them.
  let blocked: Set<String>
  let snapshot: CatalogSnapshot

  /// What must be read first: the models, and the services when one is to be made or filled.
  static func keys(of plan: SavedPlan) -> CatalogKeys {
    var keys = CatalogKeys()
    for model in planned(plan) {
      keys.models.insert(model.fullyQualifiedName)
      if model.action == .create || model.action == .restore { keys.services = true }
    }
    return keys
  }

  /// The edges of the models that are there, where the plan was made on some.
  static func edgeKeys(of plan: SavedPlan, _ snapshot: CatalogSnapshot) -> CatalogKeys {
    var keys = CatalogKeys()
    for model in planned(plan) where model.basis?.isDeleted == false {
      if case .found? = snapshot.models[model.fullyQualifiedName] {
        keys.edges.insert(model.fullyQualifiedName)
      }
    }
    return keys
  }

  private static func planned(_ plan: SavedPlan) -> [ModelPlan] {
    plan.checked.models.filter { $0.action != .blocked }.compactMap(\.plan)
  }

  /// A finding for each model and service that is not as it was.
  ///
  /// - Parameter history: Gives the versions of a model, newest first; none when they cannot be
  ///   read.
  func findings(history: (MlModel) async -> [MlModel]) async -> [Diagnostic] {
    var findings = services
    for model in PlannedState.planned(plan) where !blocked.contains(model.key) {
      let name = model.fullyQualifiedName
      let lookup = snapshot.models[name] ?? .notFound
      let staleness = PlanStaleness(model, model: lookup, edges: snapshot.edges[name] ?? [])
      guard staleness.isStale else { continue }
      var versions: [MlModel] = []
      if let now = lookup.entity, model.basis?.id == now.id { versions = await history(now) }
      findings.append(
        staleness.finding(history: versions, isHarmless: !ModelPublication.isNeeded(model)))
    }
    return findings
  }

  private var services: [Diagnostic] {
    guard let now = snapshot.services else { return [] }
    return plan.checked.services.compactMap { planned in
      let service = now.first { $0.name.utf8.elementsEqual(planned.name.utf8) }
      let problem: String? =
        switch (planned.action, service) {
        case (.create, let service?): service.isDeleted ? "was made and deleted" : "was made"
        case (.restore, nil), (.none, nil): isNeeded(planned) ? "is not there any more" : nil
        case (.restore, let service?): service.isDeleted ? nil : "was restored"
        case (.none, let service?):
          service.isDeleted && isNeeded(planned) ? "was deleted" : nil
        case (.create, nil): nil
        }
      return problem.map { problem in
        Diagnostic(
          .stalePlan,
          "the plan does not hold any more: the service `\(planned.name)` \(problem) since",
          hint: "look at the new plan: publish --check --plan-out FILE")
      }
    }
  }

  /// Whether a model of the plan is to be made or restored in a service.
  private func isNeeded(_ service: ServicePlan) -> Bool {
    PlannedState.planned(plan).contains { model in
      model.serviceName == service.name && (model.action == .create || model.action == .restore)
    }
  }
}
