import FoundationEssentials

/// Moments as reports write them.
enum Timestamp {
  /// RFC 3339 in UTC with milliseconds, of milliseconds since 1970.
  static func text(_ milliseconds: Int64) -> String {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let whole = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    // The fraction is written here: as a part of a Double it would lose its last digit.
    return "\(whole.dropLast()).\(String(1000 + rest).dropFirst())Z"
  }
}
