public import HTTPClient

/// A token that Azure gave us.
public struct AccessToken: Sendable, Hashable {
  /// The bearer token.
  public let secret: Secret
  /// When a new one is asked for, in seconds since 1970 of this machine's clock.
  let renewal: Int64

  /// Makes a token.
  ///
  /// It is renewed five minutes before its end, in the last half of a life shorter than ten, or when
  /// the service wishes. Its end is counted from the moment it came: a wrong clock does no harm.
  ///
  /// - Parameters:
  ///   - now: Seconds since 1970.
  ///   - lifetime: Seconds for which it is valid.
  ///   - refresh: Seconds after which the service wishes a new one to be asked for.
  init(_ secret: Secret, now: Int64, lifetime: Int64, refresh: Int64? = nil) {
    self.secret = secret
    let lifetime = min(max(0, lifetime), 10 * 365 * 86_400)
    let latest = max(lifetime - 300, lifetime / 2)
    renewal = now + min(latest, refresh.map { max(0, $0) } ?? latest)
  }
}
