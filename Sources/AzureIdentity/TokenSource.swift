import HTTPClient

/// One way of signing in, with all that it needs.
protocol TokenSource: Sendable {
  /// Which way.
  var kind: CredentialKind { get }
  /// Whether a secret of it stands in the `.env` file.
  var isFromFile: Bool { get }
  /// What must never be shown.
  var secrets: [Secret] { get }

  /// A new token.
  ///
  /// - Parameters:
  ///   - resource: The service that the token is for, such as `https://management.azure.com`.
  ///   - claims: What the service demanded that the token should say besides.
  func token(
    for resource: String, claims: String?
  ) async throws(AzureIdentityError) -> AccessToken
}
