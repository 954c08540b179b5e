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
  private let repeating: @Sendable (any HTTPTransport, RequestTally) -> RetryingTransport

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
    repeating = { transport, tally in
      RetryingTransport(
        wrapping: transport, policy: policy, deadline: deadline, tally: tally, observer: observer)
    }
    self.transport = repeating(transport, tally)
    self.readBackPauses = readBackPauses ?? ReadBack.usualPauses
  }

  /// What carries the requests to registries, which have certificates of their own.
  func registryTransport(_ configuration: TransportConfiguration) -> any HTTPTransport {
    repeating(CurlTransport(configuration: configuration), registryTally)
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
