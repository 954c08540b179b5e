public import HTTPClient

/// How the requests of a run are carried, repeated and counted.
public struct Connection: Sendable {
  /// What carries the requests, repetitions included.
  public let transport: any HTTPTransport
  /// Counts them.
  public let tally: RequestTally
  /// The pauses before each reading of what was written.
  let readBackPauses: [Duration]
  /// Counts the requests to registries, which all read, whatever their method.
  private let registryTally = RequestTally()
  /// The end of the run; nil when it may take as long as it takes.
  private let deadline: ContinuousClock.Instant?
  private let repeating:
    @Sendable (any HTTPTransport, RequestTally, ContinuousClock.Instant?) -> RetryingTransport

  /// Makes a connection over libcurl; nothing of it is initialised before the first request.
  ///
  /// - Parameters:
  ///   - configuration: How requests are sent.
  ///   - deadline: The end of the run; nil when it may take as long as it takes.
  ///   - observer: Is told of every request.
  public init(
    _ configuration: TransportConfiguration, deadline: ContinuousClock.Instant? = nil,
    observer: (any RequestObserver)? = nil
  ) {
    self.init(
      CurlTransport(configuration: configuration), deadline: deadline, observer: observer)
  }

  /// Makes a connection over another transport.
  public init(
    _ transport: any HTTPTransport, policy: RetryPolicy = RetryPolicy(),
    deadline: ContinuousClock.Instant? = nil, observer: (any RequestObserver)? = nil,
    readBackPauses: [Duration]? = nil
  ) {
    tally = RequestTally()
    self.deadline = deadline
    repeating = { transport, tally, deadline in
      RetryingTransport(
        wrapping: transport, policy: policy, deadline: deadline, tally: tally, observer: observer)
    }
    self.transport = repeating(transport, tally, deadline)
    self.readBackPauses = readBackPauses ?? ReadBack.usualPauses
  }

  /// When registries must have told what they know.
  ///
  /// One that the run can do without gets half of the time that is left, so that the other half
  /// remains for the catalog.
  func registryDeadline(isOptional: Bool) -> ContinuousClock.Instant? {
    guard isOptional, let deadline else { return deadline }
    let now = ContinuousClock.now
    return now.advanced(by: now.duration(to: deadline) / 2)
  }

  /// What carries the requests to registries, which have certificates of their own.
  func registryTransport(
    _ configuration: TransportConfiguration, until deadline: ContinuousClock.Instant?
  ) -> any HTTPTransport {
    repeating(CurlTransport(configuration: configuration), registryTally, deadline)
  }

  /// All requests so far.
  var counts: RequestCounts {
    var counts = RequestCounts(tally.counts)
    counts.registries = registryTally.counts.total
    counts.total += registryTally.counts.total
    counts.registryRetries = registryTally.counts.retries
    counts.retries += registryTally.counts.retries
    return counts
  }
}
