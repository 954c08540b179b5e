import FoundationEssentials

/// How long generated attacks go on; `MLCATALOG_TEST_ALL=1` gives them more time.
enum AttackTime {
  static let budget: Duration = isThorough ? .seconds(120) : .seconds(3)
  static let isThorough = ProcessInfo.processInfo.environment["MLCATALOG_TEST_ALL"] == "1"
}
