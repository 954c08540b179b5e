import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// Creates the services that models need, each once.
struct ServicePublication: Sendable {
  let client: OpenMetadataClient
  let control: WriteControl

  /// Creates one service; a lost answer, or somebody who was faster, is settled by reading.
  ///
  /// - Returns: nil when the service is there, else why not; a signal is told by
  ///   ``Interruption/signal``.
  func create(_ service: ServicePlan) async -> OpenMetadataError? {
    guard let request = service.request else { return nil }
    for attempt in 1...2 {
      let outcome = await control.write { () async throws(OpenMetadataError) in
        try await client.putService(request)
      }
      switch outcome {
      case .done, .stopped: return nil
      case .failed(let error):
        if error.isRefusal { return error }
        do throws(OpenMetadataError) {
          if try await client.service(named: service.name).entity != nil {
            if error.hidesOutcome { control.acknowledgeLost() }
            return nil
          }
        } catch {
          return error
        }
        if attempt == 2 { return error }
      }
    }
    return nil
  }
}
