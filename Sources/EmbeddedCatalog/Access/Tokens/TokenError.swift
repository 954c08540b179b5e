/// Why a token is not accepted.
enum TokenError: Error, Sendable, Hashable {
  /// It is no JSON web token, or signed in a way that is not accepted.
  case malformed
  /// It was signed with another key.
  case wrongSignature
  /// Another server issued it.
  case wrongIssuer
  /// Its time is over.
  case expired
}
