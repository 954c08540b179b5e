import Diagnostics
import Glibc
import Publishing

/// The standard output or the standard error.
struct StandardStream: Sendable {
  /// What a command was asked for.
  static let output = StandardStream(descriptor: STDOUT_FILENO)
  /// Everything else.
  static let error = StandardStream(descriptor: STDERR_FILENO)

  let descriptor: Int32

  /// Whether a person looks at it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// What a text is to whoever reads it.
  enum Content {
    /// Words for people; no runner of a pipeline must take them for commands.
    case words
    /// Commands for a runner.
    case commands
    /// What a program reads exactly as it is.
    case data
  }

  /// Writes all of a text; false when it cannot be written.
  @discardableResult
  func write(_ text: String, as content: Content = .words) -> Bool {
    let text = content == .words ? RunnerCommands.defused(text) : text
    return FileSystem.write(Array(text.utf8), to: descriptor)
  }
}
