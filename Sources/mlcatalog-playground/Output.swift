import Glibc

/// The program's streams: results on the standard output, everything else on the error stream.
enum Output {
  /// Writes a result.
  ///
  /// - Throws: ``PlaygroundFailure`` with the system's reason, when not all of it can be written.
  static func print(
    _ text: String, terminator: String = "\n"
  ) throws(PlaygroundFailure) {
    guard write(text + terminator, to: STDOUT_FILENO) else {
      throw PlaygroundFailure(
        .unwritableFile, "cannot write the result: \(String(cString: strerror(errno)))")
    }
  }

  /// Writes a message.
  static func complain(_ text: String) {
    // Whoever closed the error stream does not want to hear.
    _ = write(text + "\n", to: STDERR_FILENO)
  }

  /// Writes all of it; false when it cannot be written.
  private static func write(_ text: String, to stream: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
