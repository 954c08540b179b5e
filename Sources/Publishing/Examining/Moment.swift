import FoundationEssentials

/// Moments as findings say them.
enum Moment {
  /// Seconds since 1970 in RFC 3339.
  static func text(_ seconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}
