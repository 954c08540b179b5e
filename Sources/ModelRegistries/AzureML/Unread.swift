/// Why something beside the version itself could not be read.
struct Unread: Error {
  /// A sentence without its full stop.
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
