import Diagnostics
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

extension ModelPublication {
  /// Brings the soft-deleted model back and plans it again, since its edges show only now; false
  /// when it is not to be written any further.
  mutating func restore(id: String) async -> Bool {
    let first = plan
    do throws(OpenMetadataError) {
      // Restoring its service brings a model back as well.
      if try await client.model(named: plan.fullyQualifiedName).entity == nil {
        guard try await sendRestore(id: id) else { return false }
      }
    } catch {
      fail(Failure(writing: "the model", error, model: key))
      return false
    }
    hasWritten = true
    restored = first
    return await replan(.restored)
  }

  /// Restores and waits until that shows; a lost answer is settled by reading.
  private mutating func sendRestore(id: String) async throws(OpenMetadataError) -> Bool {
    let client = client
    for attempt in 1...2 {
      let outcome = await control.write { () async throws(OpenMetadataError) in
        try await client.restoreModel(id: id)
      }
      switch outcome {
      case .done(let model):
        if try await readBack.model(after: model) != nil { return true }
        hasWritten = true
        outcomeIsUnread()
        return false
      case .stopped:
        stop(before: "the model")
        return false
      case .failed(let error):
        if try await client.model(named: plan.fullyQualifiedName).entity != nil {
          if error.hidesOutcome { control.acknowledgeLost() }
          return true
        }
        guard error.hidesOutcome, attempt == 1 else { throw error }
      }
    }
    return false
  }

  private mutating func outcomeIsUnread() {
    outcome.differs = true
    findings.append(
      Diagnostic(
        .notReadBack, "\(plan.fullyQualifiedName) was restored, but is not there",
        hint: "publish again", model: key))
  }
}
