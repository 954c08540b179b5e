public import HTTPClient

/// Why there is no token for Azure.
///
/// Texts of others are shortened, on one line, and without known secrets.
public enum AzureIdentityError: Error, Sendable, Hashable {
  /// Nothing says how to sign in, or not all that is needed.
  case notConfigured(SignInGap)
  /// A way of signing in is begun, but something of it is missing.
  case incomplete(variable: String, missing: [String])
  /// A variable cannot be understood; nothing of its text is repeated that may be secret.
  case invalid(variable: String, problem: String)
  /// A secret would go to an address that nobody with authority named, or in the clear.
  case refusedAddress(variable: String, TokenRefusal)
  /// A file that a variable names cannot be used.
  case unusableFile(variable: String, path: String, reason: String)
  /// Whoever gives tokens refused; `code` is its own, such as `AADSTS7000215`.
  case rejected(CredentialKind, status: Int?, code: String?, message: String)
  /// The service that gives tokens did not answer.
  case unreachable(CredentialKind, TransportError)
  /// The service that gives tokens was still busy after all attempts.
  case gaveUp(CredentialKind, status: Int)
  /// Something answers in its place.
  case invalidAnswer(CredentialKind, status: Int)
  /// The document about the clouds could not be asked for.
  case metadataUnreachable(variable: String, TransportError)
  /// The document about the clouds does not name this one.
  case invalidMetadata(variable: String, status: Int)
}
