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
        guard await sendRestore(id: id) else { return false }
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
  private mutating func sendRestore(id: String) async -> Bool {
    let client = client
    for attempt in 1...2 {
      let outcome = await control.write { () async throws(OpenMetadataError) in
        try await client.restoreModel(id: id)
      }
      switch outcome {
      case .done(let model): return await isBack(model)
      case .stopped:
        stop(before: "the model")
        return false
      case .failed(let error):
        do throws(OpenMetadataError) {
          if try await client.model(named: plan.fullyQualifiedName).entity != nil {
            if error.mayHaveTakenEffect { control.acknowledgeLost() }
            return true
          }
        } catch let readError {
          leaveUnsettled("the model", error, unread: readError)
          return false
        }
        guard error.hidesOutcome, attempt == 1 else {
          fail(Failure(writing: "the model", error, model: key))
          return false
        }
      }
    }
    return false
  }

  /// Whether a model that was restored shows itself.
  private mutating func isBack(_ model: MlModel) async -> Bool {
    hasWritten = true
    guard isVerifying else { return true }
    do throws(OpenMetadataError) {
      if try await readBack.model(after: model) != nil { return true }
      outcome.differs = true
      findings.append(
        Diagnostic(
          .notReadBack, "\(plan.fullyQualifiedName) was restored, but is not there",
          hint: "publish again", model: key))
    } catch {
      noteUnread("the model", error)
    }
    return false
  }
}
