/// One ordinary server of each line for all tests that keep to models of their own: the start of
/// one takes up to twenty seconds. The servers end with this process.
actor SharedMLflow {
  private static let shared = SharedMLflow()
  private var starts: [MLflowLine: Task<RunningMLflow, any Error>] = [:]

  /// The server of a line.
  static func server(_ line: MLflowLine) async throws -> RunningMLflow {
    try await shared.start(line).value
  }

  private func start(_ line: MLflowLine) -> Task<RunningMLflow, any Error> {
    if let start = starts[line] { return start }
    let start = Task { try await RunningMLflow(line) }
    starts[line] = start
    return start
  }
}
