import FullyQualifiedNames
import HTTPClient
import JSONDocuments

/// What a JSON web token says of itself (RFC 7519); nothing is verified.
struct TokenClaims: Sendable {
  /// The key identifier that OpenMetadata ships with, whose private key everybody has: the tokens of
  /// its documentation and of its Compose files are signed with it.
  private static let publicKeyIdentifier = "Gb389a-9f76-gdjs-a92j-0242bk94356"

  private let header: JSON
  private let claims: JSON

  /// Reads a token; nil for one that is of another form.
  init?(_ token: Secret) {
    let parts = token.reveal().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.json(parts[0]), let claims = Self.json(parts[1])
    else { return nil }
    self.header = header
    self.claims = claims
  }

  private static func json(_ part: Substring) -> JSON? {
    guard let bytes = Base64URL.decode(part), let json = try? JSON(parsing: bytes),
      json.object != nil
    else { return nil }
    return json
  }

  /// The key that it was signed with.
  var keyIdentifier: String? { header["kid"]?.string }
  /// Who issued it.
  var issuer: String? { claims["iss"]?.string }
  /// Whom it is for.
  var subject: String? { claims["sub"]?.string }
  /// From when on it holds, in seconds since 1970.
  var begins: Double? { seconds("iat") }
  /// Until when it holds; nil for ever.
  var ends: Double? { seconds("exp") }
  /// Whether everybody can make such a token.
  var isPublic: Bool { keyIdentifier == Self.publicKeyIdentifier }

  private func seconds(_ claim: String) -> Double? {
    guard let seconds = claims[claim]?.number?.double, seconds > 0, seconds < 1e11 else {
      return nil
    }
    return seconds
  }
}
