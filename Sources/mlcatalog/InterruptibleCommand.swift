import Publishing

/// A command that asks servers or writes files, and comes to an orderly end when a signal arrives.
protocol InterruptibleCommand: ProgramCommand {
  /// What is said when a signal arrives.
  var stopNotice: String { get }

  /// Does what was asked for, until it is done or interrupted.
  func run(_ interruption: Interruption) async -> ExitCode
}

extension InterruptibleCommand {
  /// Runs and ends the process.
  func run() -> ExitCode {
    let interruption = Interruption()
    SignalWatch.run(interruption) {
      StandardStream.error.write("stopping: \(stopNotice)\n")
    } _: {
      await run(interruption)
    }
  }
}
