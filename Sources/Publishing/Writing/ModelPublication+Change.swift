import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

extension ModelPublication {
  /// Changes the model by one PATCH that the server applies only to the version that was read.
  mutating func change(_ patch: ModelPatch) async -> Step {
    for attempt in 1...2 {
      switch await send(patch, withTests: true) {
      case .done(let model): return .written(model)
      case .stopped:
        stop(before: "the model")
        return .failed
      case .failed(let error):
        if error.isRefusal { return await changeInGroups(patch, refusedWith: error) }
        if let step = await settle(patch, error, isLastAttempt: attempt == 2) { return step }
      }
    }
    return .failed
  }

  /// Sends a patch and gives the changed model.
  func send(_ patch: ModelPatch, withTests: Bool) async -> WriteControl.Outcome<MlModel> {
    let client = client
    let document = patch.document(withTests: withTests)
    return await control.write { () async throws(OpenMetadataError) in
      try await client.patchModel(id: patch.id, document)
    }
  }

  /// What a failed PATCH comes to; nil when it is to be repeated.
  ///
  /// A `test` that does not hold is a 500 on many lines, so only reading tells whether somebody
  /// else was there, whether it was done all the same, or whether the server does not want it.
  private mutating func settle(
    _ patch: ModelPatch, _ error: OpenMetadataError, isLastAttempt: Bool
  ) async -> Step? {
    do throws(OpenMetadataError) {
      guard let model = try await client.model(named: plan.fullyQualifiedName).entity else {
        return .moved
      }
      if !model.isSameVersion(patch.version, patch.updatedAt) {
        guard error.mayHaveTakenEffect, Verification.differences(plan, model: model).isEmpty
        else { return .moved }
        control.acknowledgeLost()
        return .written(model)
      }
      if error.hidesOutcome, !isLastAttempt { return nil }
      fail(Failure(writing: "the model", error, model: key))
    } catch let readError {
      leaveUnsettled("the model", error, unread: readError)
    }
    return .failed
  }
}
