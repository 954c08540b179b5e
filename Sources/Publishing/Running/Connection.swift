public import HTTPClient

/// How the requests of a run are carried, repeated and counted.
public struct Connection: Sendable {
  /// What carries the requests, repetitions included.
  public let transport: any HTTPTransport
  /// Counts them.
  public let tally: RequestTally
  /// The pauses before each reading of what was written.
  let readBackPauses: [Duration]

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
    self.transport = RetryingTransport(
      wrapping: transport, policy: policy, deadline: deadline, tally: tally, observer: observer)
    self.readBackPauses = readBackPauses ?? ReadBack.usualPauses
  }
}
