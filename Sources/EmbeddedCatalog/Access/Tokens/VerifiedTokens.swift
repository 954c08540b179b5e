import JSONDocuments
import Synchronization

/// Remembers the tokens that the key has signed, so that each signature is checked once only.
///
/// What is remembered never changes: that the key signed these claims. Whether their time is over,
/// and whether their user still stands by the token, has to be asked with each request.
final class VerifiedTokens: Sendable {
  private let key: SigningKey
  private let limit: Int
  private let claims = Mutex<[String: JSON]>([:])

  /// - Parameter limit: How many tokens are remembered; at one more all are forgotten.
  init(key: SigningKey, limit: Int = 1_000) {
    self.key = key
    self.limit = limit
  }

  /// The claims of a token that the key signed and whose time is not over.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Throws: ``TokenError``, as ``SigningKey/verify(_:now:)`` does.
  func verify(_ token: String, now: Int64) throws(TokenError) -> JSON {
    if let known = claims.withLock({ $0[token] }) {
      try SigningKey.checkTime(of: known, now: now)
      return known
    }
    let found = try key.verify(token, now: now)
    claims.withLock { claims in
      if claims.count >= limit { claims = [:] }
      claims[token] = found
    }
    return found
  }

  /// How many tokens are remembered.
  var count: Int { claims.withLock { $0.count } }
}
