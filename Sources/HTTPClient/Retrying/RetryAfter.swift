/// The header field `Retry-After` (RFC 9110 §10.2.3): seconds, or a date.
///
/// Azure's services also say it in milliseconds, as `retry-after-ms` or `x-ms-retry-after-ms`, which
/// are more exact.
enum RetryAfter {
  /// How long a server wishes one to wait; nil when it says nothing that can be understood.
  static func pause(_ headers: HTTPHeaders, secondsSince1970 now: Int64) -> Duration? {
    for name in ["retry-after-ms", "x-ms-retry-after-ms"] {
      if let text = headers[name], let milliseconds = Int64(text), milliseconds >= 0 {
        return .milliseconds(min(milliseconds, 1_000_000_000_000))
      }
    }
    return headers["Retry-After"].flatMap { pause($0, secondsSince1970: now) }
  }

  /// How long a server wishes one to wait; nil when the value cannot be understood.
  static func pause(_ value: String, secondsSince1970 now: Int64) -> Duration? {
    if !value.isEmpty, value.utf8.allSatisfy({ (48...57).contains($0) }) {
      return .seconds(min(Int64(value) ?? .max, 1_000_000_000))
    }
    guard let moment = HTTPDate.secondsSince1970(value) else { return nil }
    return .seconds(max(0, moment - now))
  }
}
