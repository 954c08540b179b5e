/// Claims of tokens that OpenMetadata's do not have.
enum TokenType {
  /// The type of a token that is good for nothing but another session.
  static let refresh = "REFRESH"

  /// The claim with the id of the user for whom a token was made.
  static let user = "userId"

  /// The claim that tells under which password of the user a refresh token was made.
  static let passwordMark = "passwordMark"
}
