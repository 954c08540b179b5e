import Diagnostics
import HTTPClient
import ModelManifests
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// Writes a plan: the services first, then the models side by side, each on its own.
struct Applier: Sendable {
  /// What became of a plan.
  struct Applied {
    /// The services that were created or restored.
    var writtenServices: Set<String> = []
    /// The services of which nobody knows whether they were.
    var unsettledServices: Set<String> = []
    /// The models that were written or tried, by their place in the plan, in order.
    var publications: [(index: Int, publication: ModelPublication)] = []
    /// The writes.
    var ledger = WriteLedger.Entry()
  }

  let client: OpenMetadataClient
  /// The models as they were read last, by their fully qualified names.
  let known: [String: MlModel]
  let concurrency: Int
  let interruption: Interruption
  let readBackPauses: [Duration]
  /// Whether what was written is read back.
  let isVerifying: Bool
  /// Is told of each model that was written.
  var progress: (any ProgressObserver)?

  /// Writes all models that have something to write and are not blocked.
  ///
  /// - Parameters:
  ///   - blocked: The models that are left alone, as findings name them.
  ///   - replanning: How the model of a place in the plan is planned again.
  func apply(
    _ plan: PublicationPlan, blocked: Set<String>,
    replanning: (Int) -> ModelPublication.Replanning
  ) async -> Applied {
    let control = WriteControl(ledger: WriteLedger(), interruption: interruption)
    var waiting: [(Int, ModelPublication)] = []
    for (index, model) in plan.models.enumerated() {
      guard !blocked.contains(model.key), ModelPublication.isNeeded(model) else { continue }
      waiting.append((index, publication(of: model, control, replanning(index))))
    }
    var applied = Applied()
    let failed = await writeServices(plan, waiting.map(\.1), control, &applied)
    for position in waiting.indices {
      guard let step = failed[waiting[position].1.plan.serviceName] else { continue }
      let service = "the service \(waiting[position].1.plan.serviceName)"
      waiting[position].1.skip(service, step)
    }
    applied.publications = await run(waiting)
    applied.ledger = control.ledger.entry
    return applied
  }

  private func publication(
    of plan: ModelPlan, _ control: WriteControl,
    _ replanning: @escaping ModelPublication.Replanning
  ) -> ModelPublication {
    ModelPublication(
      plan, known: known[plan.fullyQualifiedName], key: plan.key, at: plan.place,
      client: client, control: control,
      readBack: ReadBack(client: client, pauses: readBackPauses), isVerifying: isVerifying,
      replanning: replanning)
  }

  /// The services that could not be written, or are not known to be, each with what came of it.
  private func writeServices(
    _ plan: PublicationPlan, _ publications: [ModelPublication], _ control: WriteControl,
    _ applied: inout Applied
  ) async -> [String: ServicePublication.Step] {
    var failed: [String: ServicePublication.Step] = [:]
    let publication = ServicePublication(client: client, control: control)
    let needed = Set(publications.map(\.plan.serviceName))
    for service in plan.services where service.action != .none && needed.contains(service.name) {
      let step = await publication.publish(service)
      switch step {
      case .written: applied.writtenServices.insert(service.name)
      case .found, .stopped: break
      case .failed: failed[service.name] = step
      case .unsettled:
        failed[service.name] = step
        applied.unsettledServices.insert(service.name)
      }
    }
    return failed
  }

  /// Runs the publications, at most so many at once, and gives them in their order.
  private func run(
    _ waiting: [(Int, ModelPublication)]
  ) async -> [(index: Int, publication: ModelPublication)] {
    let count = ProgressCount(.writing, of: waiting.count, progress)
    let finished = await SideBySide.answers(
      about: waiting.indices, atMost: max(1, concurrency)
    ) { place in
      var publication = waiting[place].1
      await publication.run()
      count.finish(publication.plan.fullyQualifiedName)
      return publication
    }
    return finished.sorted { $0.key < $1.key }.map { (waiting[$0.key].0, $0.value) }
  }
}
