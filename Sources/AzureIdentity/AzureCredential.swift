public import HTTPClient

/// Signs in to Azure and keeps the token, in memory alone, until its time is nearly over.
///
/// The first way that is configured is the one: client secret, client certificate, workload
/// identity, GitHub OIDC, managed identity, Azure CLI. Its failure is final.
///
/// Nothing here has been tried against the live service; the requests are those that Microsoft's
/// own libraries send, and the tests answer as its documents say.
public actor AzureCredential {
  private let source: any TokenSource
  private let resource: String
  private let clock: any RetryClock
  private var token: AccessToken?
  private var pending: Task<Result<AccessToken, AzureIdentityError>, Never>?

  /// Which way of signing in is used.
  public nonisolated let kind: CredentialKind
  /// Whether a secret of it stands in the `.env` file, which decides where tokens may go.
  public nonisolated let isFromFile: Bool
  /// What must never be shown, beside the tokens themselves.
  public nonisolated let secrets: [Secret]

  init(_ source: any TokenSource, resource: String, clock: any RetryClock) {
    self.source = source
    self.resource = resource
    self.clock = clock
    kind = source.kind
    isFromFile = source.isFromFile
    secrets = source.secrets
  }

  /// A token that is valid now; many callers at once share one request.
  ///
  /// - Throws: ``AzureIdentityError``.
  public func current() async throws(AzureIdentityError) -> AccessToken {
    if let token, clock.secondsSince1970 < token.renewal { return token }
    return try await renewed(claims: nil)
  }

  /// A token that replaces one that the service refused.
  ///
  /// - Parameters:
  ///   - refused: That token; when another caller has replaced it already, its successor is given.
  ///   - claims: The claims that the service demanded, as JSON.
  /// - Throws: ``AzureIdentityError``.
  public func replacing(
    _ refused: AccessToken, claims: String?
  ) async throws(AzureIdentityError) -> AccessToken {
    if let token, token.secret != refused.secret { return token }
    if pending == nil { token = nil }
    return try await renewed(claims: claims)
  }

  private func renewed(claims: String?) async throws(AzureIdentityError) -> AccessToken {
    while true {
      let task = pending ?? request(claims: claims)
      pending = task
      let outcome = await withTaskCancellationHandler {
        await task.value
      } onCancel: {
        task.cancel()
      }
      if pending == task {
        pending = nil
        if case .success(let new) = outcome { token = new }
      }
      // Who was stopped takes the token from nobody else: the others ask again.
      if case .failure = outcome, task.isCancelled, !Task.isCancelled { continue }
      return try outcome.get()
    }
  }

  private func request(claims: String?) -> Task<Result<AccessToken, AzureIdentityError>, Never> {
    let (source, resource) = (source, resource)
    return Task {
      do throws(AzureIdentityError) {
        return .success(try await source.token(for: resource, claims: claims))
      } catch {
        return .failure(error)
      }
    }
  }
}
