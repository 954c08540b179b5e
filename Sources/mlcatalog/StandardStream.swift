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

  /// Writes all of a text; false when it cannot be written.
  @discardableResult
  func write(_ text: String) -> Bool {
    FileSystem.write(Array(text.utf8), to: descriptor)
  }
}
