/// How a table is divided.
public struct Partitioning: Sendable, Hashable {
  /// The strategies, by their letter in `pg_partitioned_table.partstrat`.
  public enum Strategy: String, Sendable, Hashable {
    case list = "l"
    case hash = "h"
    case range = "r"
  }

  /// The strategy.
  public var strategy: Strategy
  /// The columns of the key; expressions in it are left out.
  public var columns: [String]

  /// Makes a partitioning.
  public init(strategy: Strategy, columns: [String]) {
    self.strategy = strategy
    self.columns = columns
  }
}
