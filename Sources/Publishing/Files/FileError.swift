import Glibc

/// Why a file cannot be read or written.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path as the user gave it.
  public let path: String
  /// The reason, mostly the system's, such as `Permission denied`.
  public let reason: String

  /// Takes the reason of the last failed call.
  init(_ path: String) {
    self.init(path, reason: String(cString: strerror(errno)))
  }

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// Path and reason.
  public var description: String { "\(path): \(reason)" }
}
