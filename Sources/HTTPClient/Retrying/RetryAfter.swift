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
    guard let moment = secondsSince1970(ofDate: value) else { return nil }
    return .seconds(max(0, moment - now))
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers may write (§5.6.7).
  private static func secondsSince1970(ofDate text: String) -> Int64? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let day = Int64(words[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(words[2])), let year = Int64(words[3]),
      (1970...9999).contains(year)
    else { return nil }
    let time = words[4].split(separator: ":").compactMap { Int64($0) }
    guard time.count == 3, (0...23).contains(time[0]), (0...59).contains(time[1]),
      (0...60).contains(time[2])
    else { return nil }
    let days = daysSince1970(year: year, month: Int64(month + 1), day: day)
    return ((days * 24 + time[0]) * 60 + time[1]) * 60 + time[2]
  }

  /// The day's number in the Gregorian calendar, years taken from March so that leap days are last.
  private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }
}
