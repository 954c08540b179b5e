/// A line of OpenMetadata's releases, such as 1.5.
struct ServerLine: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The first and the last whose behaviour is known.
  static let firstKnown = ServerLine(1, 5)
  static let lastKnown = ServerLine(2, 0)

  let major: Int
  let minor: Int

  init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// The line of a version such as `1.5.10` or `1.12.0-SNAPSHOT`; nil when it names none.
  init?(version: String) {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, let major = Int(parts[0]), let minor = Int(parts[1]), major >= 1,
      minor >= 0
    else { return nil }
    self.init(major, minor)
  }

  var description: String { "\(major).\(minor)" }

  static func < (left: ServerLine, right: ServerLine) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
