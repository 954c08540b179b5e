import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

extension ModelPublication {
  /// Creates the model by PUT.
  ///
  /// Of two first PUTs at the same time one fails with 409 or 500, and an answer can be lost: then
  /// the model is read, and the PUT repeated once when it is not there.
  mutating func create(_ request: JSON) async -> Step {
    for attempt in 1...2 {
      let client = client
      let outcome = await control.write { () async throws(OpenMetadataError) in
        try await client.putModel(request)
      }
      switch outcome {
      case .done(let model): return .written(model)
      case .stopped:
        stop(before: "the model")
        return .failed
      case .failed(let error):
        if let step = await settle(error, isLastAttempt: attempt == 2) { return step }
      }
    }
    return .failed
  }

  /// What a failed PUT comes to; nil when it is to be repeated.
  private mutating func settle(_ error: OpenMetadataError, isLastAttempt: Bool) async -> Step? {
    if !error.isRefusal {
      do throws(OpenMetadataError) {
        if let model = try await client.model(named: plan.fullyQualifiedName).known {
          if error.mayHaveTakenEffect, Verification.differences(plan, model: model).isEmpty {
            control.acknowledgeLost()
            return .written(model)
          }
          return .moved
        }
        if !isLastAttempt { return nil }
      } catch let readError {
        leaveUnsettled("the model", error, unread: readError)
        return .failed
      }
    }
    fail(Failure(writing: "the model", error, model: key))
    return .failed
  }
}
