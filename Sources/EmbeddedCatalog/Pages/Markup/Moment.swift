import FoundationEssentials

/// A moment in UTC as people and machines read it.
struct Moment: Sendable, Hashable {
  /// ISO 8601, such as `2026-11-21T14:38:50Z`.
  let machine: String

  /// Takes milliseconds since 1970; what lies outside the calendar's common range is its end.
  init(_ milliseconds: Int64) {
    // 1 January 1 to 31 December 9999.
    let seconds = min(max(milliseconds / 1000, -62_135_596_800), 253_402_300_799)
    machine = Date(timeIntervalSince1970: Double(seconds)).ISO8601Format()
  }

  /// Such as `2026-11-21 14:38 UTC`.
  var readable: String {
    machine.prefix(16).replacing("T", with: " ") + " UTC"
  }
}
