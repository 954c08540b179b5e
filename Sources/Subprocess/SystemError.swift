import Glibc

/// A call of the system that failed.
struct SystemError: Error {
  /// The number, as in `errno`.
  let number: Int32

  /// The system's words for it.
  var reason: String { String(cString: strerror(number)) }
}
