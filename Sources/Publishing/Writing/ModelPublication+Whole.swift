import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

extension ModelPublication {
  /// Writes the model as a whole when the server accepted a PATCH and yet dropped it, as some
  /// lines do; nil when the server does not take that either.
  ///
  /// Everything that the catalog holds besides is carried over, since a PUT wipes what it lacks.
  mutating func writeWhole(over model: MlModel) async -> MlModel? {
    guard case .patch(let patch) = plan.write, refusedMembers.isEmpty else { return nil }
    let request = WholeModelRequest(model, client.capabilities).document(applying: patch)
    let client = client
    let outcome = await control.write { () async throws(OpenMetadataError) in
      try await client.putModel(request)
    }
    if case .done(let answer) = outcome { return answer }
    return nil
  }
}
