/// Dates as HTTP and certificates write them.
public enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers may write (RFC 9110 §5.6.7);
  /// nil for any other.
  public static func secondsSince1970(_ text: String) -> Int64? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 6, words[5] == "GMT" else { return nil }
    return seconds(day: words[1], month: words[2], year: words[3], time: words[4])
  }

  /// Reads `Nov  6 08:49:37 1994 GMT`, as OpenSSL writes the ends of certificates.
  static func secondsSince1970(ofCertificate text: String) -> Int64? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 5, words[4] == "GMT" else { return nil }
    return seconds(day: words[1], month: words[0], year: words[3], time: words[2])
  }

  private static func seconds(
    day: String, month: String, year: String, time: String
  ) -> Int64? {
    guard let day = Int64(day), (1...31).contains(day), let month = months.firstIndex(of: month),
      let year = Int64(year), (1970...9999).contains(year)
    else { return nil }
    let time = time.split(separator: ":").compactMap { Int64($0) }
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
