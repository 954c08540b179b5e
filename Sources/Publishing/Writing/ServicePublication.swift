import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// Creates the services that models need, each once.
struct ServicePublication: Sendable {
  /// What came of creating a service.
  enum Step {
    /// It is there.
    case created
    /// A signal came before it was tried.
    case stopped
    case failed(OpenMetadataError)
  }

  let client: OpenMetadataClient
  let control: WriteControl

  /// Creates one service; a lost answer, or somebody who was faster, is settled by reading.
  func create(_ service: ServicePlan) async -> Step {
    guard let request = service.request else { return .created }
    for attempt in 1...2 {
      let outcome = await control.write { () async throws(OpenMetadataError) in
        try await client.putService(request)
      }
      switch outcome {
      case .done: return .created
      case .stopped: return .stopped
      case .failed(let error):
        if error.isRefusal { return .failed(error) }
        do throws(OpenMetadataError) {
          if try await client.service(named: service.name).entity != nil {
            if error.hidesOutcome { control.acknowledgeLost() }
            return .created
          }
        } catch {
          return .failed(error)
        }
        if attempt == 2 { return .failed(error) }
      }
    }
    return .stopped
  }
}
