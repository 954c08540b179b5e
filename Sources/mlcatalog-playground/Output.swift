import Glibc

/// The program's streams: results on the standard output, everything else on the error stream.
enum Output {
  /// Writes a result.
  static func print(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: STDOUT_FILENO)
  }

  /// Writes a message.
  static func complain(_ text: String) {
    write(text + "\n", to: STDERR_FILENO)
  }

  /// Writes all of it, or nothing more once the reader is gone.
  private static func write(_ text: String, to stream: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }
}
