import HTTPClient
import Publishing

/// The servers that a command asks, and what no output may show of what it knows.
struct ServerAccess: Sendable {
  /// The catalog and the token, or why there is none.
  let settings: Result<ConnectionSettings, SettingsError>
  let registries: RegistrySettings
  let redactor: Redactor
  /// The end of the run; nil when it may take as long as it takes.
  let deadline: ContinuousClock.Instant?

  /// How requests are carried; each connection counts its own.
  func connection(observer: (any RequestObserver)? = nil) -> Connection {
    Connection(
      (try? settings.get().transport) ?? TransportConfiguration(), deadline: deadline,
      observer: observer)
  }
}
