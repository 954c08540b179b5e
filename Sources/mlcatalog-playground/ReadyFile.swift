import Glibc

/// A file that tells others where the server is; it is there whole or not at all.
struct ReadyFile {
  let path: String

  /// Writes a line beside the file and moves it into place.
  ///
  /// - Throws: ``PlaygroundFailure`` with the system's reason.
  func write(_ line: String) throws(PlaygroundFailure) {
    let draft = "\(path).\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure() }
    let bytes = Array((line + "\n").utf8)
    let isWritten = Glibc.write(file, bytes, bytes.count) == bytes.count
    guard close(file) == 0, isWritten, rename(draft, path) == 0 else {
      let failure = failure()
      unlink(draft)
      throw failure
    }
  }

  private func failure() -> PlaygroundFailure {
    PlaygroundFailure(
      .unwritableFile, "cannot write '\(path)': \(String(cString: strerror(errno)))",
      remedy: "'--ready-file' needs a folder that exists and may be written to")
  }
}
