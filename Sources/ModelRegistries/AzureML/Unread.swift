/// Why something beside the version itself could not be read.
struct Unread: Error {
  /// A sentence without its full stop.
  let reason: String
  /// Whether it is there, and not for us.
  var isForbidden = false

  init(_ reason: String) { self.reason = reason }
}
