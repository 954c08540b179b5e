import MLflowAPI

/// Asks for several things side by side; the transport bounds how many requests are under way.
enum SideBySide {
  /// What became of each key.
  static func outcomes<Key: Hashable & Sendable, Value: Sendable>(
    of keys: some Sequence<Key>,
    _ ask: @escaping @Sendable (Key) async throws(MLflowError) -> Value
  ) async -> [Key: Result<Value, MLflowError>] {
    await withTaskGroup(of: (Key, Result<Value, MLflowError>).self) { group in
      for key in keys {
        group.addTask {
          do throws(MLflowError) {
            return (key, .success(try await ask(key)))
          } catch {
            return (key, .failure(error))
          }
        }
      }
      var outcomes: [Key: Result<Value, MLflowError>] = [:]
      for await (key, outcome) in group { outcomes[key] = outcome }
      return outcomes
    }
  }
}
