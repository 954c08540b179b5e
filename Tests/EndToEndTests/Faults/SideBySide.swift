extension Sequence where Element: Sendable {
  /// Maps at most so many elements at once, and gives the values in the order of the elements.
  func mapSideBySide<Value: Sendable>(
    width: Int, _ transform: @escaping @Sendable (Element) async throws -> Value
  ) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
      var rest = Array(enumerated())[...]
      var values: [(Int, Value)] = []
      func startNext() {
        guard let (index, element) = rest.popFirst() else { return }
        group.addTask { (index, try await transform(element)) }
      }
      for _ in 0..<width { startNext() }
      while let next = try await group.next() {
        values.append(next)
        startNext()
      }
      return values.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
