import TestSupport

/// A difference between what the official connector and `mlcatalog-playground ingest` tell, and
/// why it is meant.
struct JustifiedDifference {
  let lines: Set<OfficialClientLine>
  /// The place of the value; `*` stands for anything at one end.
  let place: String
  let reason: String

  init(_ lines: Set<OfficialClientLine>, _ place: String, _ reason: String) {
    self.lines = lines
    self.place = place
    self.reason = reason
  }

  func covers(_ place: String) -> Bool {
    if self.place.hasPrefix("*") { return place.hasSuffix(self.place.dropFirst()) }
    if self.place.hasSuffix("*") { return place.hasPrefix(self.place.dropLast()) }
    return place == self.place
  }

  /// All of them.
  static let all = [
    JustifiedDifference(
      [.line15, .line20], "*/sourceHash",
      "The connector's own fingerprint of its request, by which it skips what it sent before."),
    JustifiedDifference(
      [.line15, .line20], "storedProcedures/*",
      "Models take features from tables and views; procedures and functions are left out."),
    JustifiedDifference(
      [.line20], "services/databaseServices/SERVICE/connection/config/*",
      "Settings of the connector itself, which writes down its defaults; nothing reads them here."),
    JustifiedDifference(
      [.line20], "tables/nasty.kinds.everything/columns/positive/dataType",
      "The connector 2.0 says NULL of a domain, 1.5 the type below it, which is what it holds."),
    JustifiedDifference(
      [.line20], "tables/nasty.kinds.everything/columns/short_text/dataType",
      "The same: VARCHAR, not NULL."),
  ]
}
