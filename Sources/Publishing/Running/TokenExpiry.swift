import FoundationEssentials
import FullyQualifiedNames
import HTTPClient
import JSONDocuments

/// When a token ends, as the token itself says (`exp` of RFC 7519); nothing is verified.
struct TokenExpiry: Sendable {
  private let moment: Date

  /// Reads a JSON web token; nil for any other token and for one without an end.
  init?(_ token: Secret) {
    let parts = token.reveal().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = Base64URL.decode(parts[1]),
      let claims = try? JSON(parsing: bytes),
      let seconds = claims["exp"]?.number?.double, seconds > 0, seconds < 1e11
    else { return nil }
    moment = Date(timeIntervalSince1970: seconds)
  }

  /// Whether the token has ended.
  var isPast: Bool { moment < Date() }

  /// The end in RFC 3339.
  var text: String { moment.formatted(.iso8601) }
}
