import FoundationEssentials

/// Moments as reports write them.
enum Timestamp {
  /// RFC 3339 in UTC with milliseconds, of milliseconds since 1970.
  static func text(_ milliseconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
