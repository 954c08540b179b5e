/// How a table is divided.
struct Partitioning: Sendable, Hashable {
  /// The strategies, by their letter in `pg_partitioned_table.partstrat`.
  enum Strategy: String, Sendable, Hashable {
    case list = "l"
    case hash = "h"
    case range = "r"
  }

  /// The strategy.
  var strategy: Strategy
  /// The columns of the key; expressions in it are left out.
  var columns: [String]

  /// Makes a partitioning.
  init(strategy: Strategy, columns: [String]) {
    self.strategy = strategy
    self.columns = columns
  }
}
