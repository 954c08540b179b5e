/// Why a command ends without having done what it was asked for; no text holds a secret.
struct PlaygroundFailure: Error, Sendable, Hashable {
  /// The exit codes, those of `sysexits.h` from 64 on.
  enum Status: Int32, Sendable {
    /// The server refused.
    case refused = 1
    /// Some was written and some was refused.
    case incomplete = 3
    /// The command line is wrong.
    case usage = 64
    /// There is no such file, or it cannot be read.
    case missingFile = 66
    /// The server or the database is unreachable, or not what it should be.
    case unavailable = 69
    /// A file could not be written.
    case unwritableFile = 73
    /// Not authenticated, not allowed, or a host that a password may not go to.
    case notPermitted = 77
    /// A file of settings is wrong.
    case configuration = 78
  }

  let status: Status
  let message: String
  let remedy: String?

  init(_ status: Status, _ message: String, remedy: String? = nil) {
    self.status = status
    self.message = message
    self.remedy = remedy
  }
}
