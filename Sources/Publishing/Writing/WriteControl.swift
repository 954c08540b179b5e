import OpenMetadataAPI

/// Lets writes through one by one: none begins after a signal, and each is counted.
struct WriteControl: Sendable {
  /// What came of a write.
  enum Outcome<Value: Sendable>: Sendable {
    /// The server acknowledged it.
    case done(Value)
    /// A signal came before it began.
    case stopped
    /// It failed.
    case failed(OpenMetadataError)
  }

  let ledger: WriteLedger
  let interruption: Interruption

  func write<Value: Sendable>(
    _ operation: () async throws(OpenMetadataError) -> Value
  ) async -> Outcome<Value> {
    if interruption.signal != nil { return .stopped }
    do throws(OpenMetadataError) {
      let value = try await operation()
      ledger.note { $0.acknowledged += 1 }
      return .done(value)
    } catch {
      if case .forbidden = error {
        ledger.note { $0.forbidden += 1 }
      } else {
        ledger.note { $0.failed += 1 }
      }
      return .failed(error)
    }
  }

  /// Notes that a write whose answer was lost turned out to have arrived.
  func acknowledgeLost() {
    ledger.note { entry in
      entry.failed -= 1
      entry.acknowledged += 1
    }
  }
}
