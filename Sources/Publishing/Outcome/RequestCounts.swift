import HTTPClient

/// How many requests a run sent.
public struct RequestCounts: Sendable, Hashable {
  /// All of them, repetitions included.
  public var total = 0
  /// Those of them that asked for a change.
  public var writes = 0
  /// Those of them that repeated an earlier one.
  public var retries = 0

  /// Those of them that asked registries.
  public var registries = 0
  /// Those that repeated an earlier request to a registry.
  public var registryRetries = 0

  /// Counts of zero.
  public init() {}

  init(_ counts: RequestTally.Counts) {
    total = counts.total
    writes = counts.writes
    retries = counts.retries
  }
}
