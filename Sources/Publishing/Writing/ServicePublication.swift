import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// Creates or restores the services that models need, each once.
struct ServicePublication: Sendable {
  /// What came of a service.
  enum Step {
    /// It is there, and we wrote it.
    case written
    /// It is there: somebody else, such as another shard, was faster.
    case found
    /// A signal came before it was tried.
    case stopped
    case failed(OpenMetadataError)
    /// The answer was lost, and so was what reading would have told.
    case unsettled(OpenMetadataError, unread: OpenMetadataError)
  }

  let client: OpenMetadataClient
  let control: WriteControl

  /// Writes one service; a lost answer, or somebody who was faster, is settled by reading.
  func publish(_ service: ServicePlan) async -> Step {
    guard let request = service.request else { return .written }
    for attempt in 1...2 {
      let outcome = await control.write { () async throws(OpenMetadataError) in
        try await send(request, service.action)
      }
      switch outcome {
      case .done: return .written
      case .stopped: return .stopped
      case .failed(let error):
        // One that somebody else restored meanwhile is refused.
        if error.isRefusal, service.action != .restore { return .failed(error) }
        do throws(OpenMetadataError) {
          if try await client.service(named: service.name).entity != nil {
            guard error.mayHaveTakenEffect else { return .found }
            control.acknowledgeLost()
            return .written
          }
        } catch let readError {
          return error.mayHaveTakenEffect ? .unsettled(error, unread: readError) : .failed(error)
        }
        if attempt == 2 || error.isRefusal { return .failed(error) }
      }
    }
    return .stopped
  }

  private func send(
    _ request: JSON, _ action: ServicePlan.Action
  ) async throws(OpenMetadataError) -> MlModelService {
    if action == .restore { return try await client.restoreService(request) }
    return try await client.createService(request)
  }
}
