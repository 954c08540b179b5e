import Glibc

/// A file that holds a key or a token.
enum CredentialFile {
  private static let limit = 1024 * 1024

  /// Its content.
  ///
  /// - Throws: ``AzureIdentityError/unusableFile(variable:path:reason:)``.
  static func read(
    _ path: String, variable: String
  ) throws(AzureIdentityError) -> [UInt8] {
    func failure(_ reason: String) -> AzureIdentityError {
      .unusableFile(variable: variable, path: path, reason: reason)
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw failure("it is not a regular file")
    }
    guard status.st_size <= limit else { throw failure("it has more than \(limit) bytes") }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(String(cString: strerror(errno))) }
      if count == 0 { break }
      bytes += piece.prefix(count)
    }
    return bytes
  }
}
