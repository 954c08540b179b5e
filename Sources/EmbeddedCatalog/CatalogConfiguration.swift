/// Where an embedded catalog listens, what it keeps, and as which version it answers.
public struct CatalogConfiguration: Sendable, Hashable {
  /// The numeric IPv4 or IPv6 address to listen on.
  public var host: String
  /// The port; 0 takes a free one.
  public var port: UInt16
  /// The data file; `:memory:` keeps nothing.
  public var dataPath: String
  /// The version of OpenMetadata to answer as.
  public var version: String
  /// The password of `admin@open-metadata.org` in a new data file.
  public var adminPassword: String
  /// What is to go wrong.
  public var faults: FaultFile

  /// Makes a configuration.
  public init(
    host: String = "127.0.0.1", port: UInt16 = 0, dataPath: String = ":memory:",
    version: String = "1.5.10", adminPassword: String = "admin",
    faults: FaultFile = .none
  ) {
    self.host = host
    self.port = port
    self.dataPath = dataPath
    self.version = version
    self.adminPassword = adminPassword
    self.faults = faults
  }
}

extension CatalogConfiguration {
  /// The first and the last line of OpenMetadata whose behaviour is known, such as `1.5`.
  public static let knownLines = (
    first: ServerLine.firstKnown.description, last: ServerLine.lastKnown.description
  )

  /// The known line whose behaviour stands in for that of the version; nil when that is known.
  public var nearestKnownLine: String? {
    guard let line = ServerLine(version: version) else { return nil }
    if line < .firstKnown { return ServerLine.firstKnown.description }
    return line > .lastKnown ? ServerLine.lastKnown.description : nil
  }
}
