import Diagnostics

/// What a step of a pipeline asks of the program that runs it: a name, properties and a message.
///
/// How it is written and escaped differs from platform to platform.
struct PlatformCommand {
  let name: String
  let properties: [(name: String, value: String)]
  let message: String

  /// Makes a command; a property without a value is left out, and no text becomes a command itself.
  init(_ name: String, _ properties: [(String, String?)], _ message: String) {
    self.name = name
    self.properties = properties.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : (name, RunnerCommands.defused($0)) }
    }
    self.message = RunnerCommands.defused(message)
  }
}
