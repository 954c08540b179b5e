import HTTPClient
import Synchronization

@testable import AzureIdentity

/// Gives no token the first time that it is asked, until it is stopped, and one every other time.
final class StuckTokenSource: TokenSource {
  let kind = CredentialKind.clientSecret
  let isFromFile = false
  let secrets: [Secret] = []
  /// Has an element as soon as somebody waits.
  let waiting: AsyncStream<Void>

  private let begins: AsyncStream<Void>.Continuation
  private let count = Atomic<Int>(0)

  init() { (waiting, begins) = AsyncStream.makeStream() }

  func token(
    for resource: String, claims: String?
  ) async throws(AzureIdentityError) -> AccessToken {
    let number = count.add(1, ordering: .relaxed).newValue
    guard number == 1 else { return AccessToken(Secret("token-\(number)"), now: 0, lifetime: 3600) }
    begins.yield()
    let (never, continuation) = AsyncStream<Void>.makeStream()
    for await _ in never {}
    continuation.finish()
    throw .unreachable(kind, TransportError(.cancelled, "the request was cancelled"))
  }
}
