import HTTPClient
import Testing

@testable import AzureIdentity

@Suite("A credential that many use", .timeLimit(.minutes(1)))
struct AzureCredentialTests {
  @Test("who is stopped waits no longer, and takes the token from nobody else")
  func stopping() async throws {
    let source = StuckTokenSource()
    let credential = AzureCredential(source, resource: "https://azure", clock: FixedClock())
    let stopped = Task { try await credential.current() }
    for await _ in source.waiting { break }
    let other = Task { try await credential.current().secret.reveal() }
    stopped.cancel()
    await #expect(throws: AzureIdentityError.self) { try await stopped.value }
    #expect(try await other.value == "token-2")
  }
}
