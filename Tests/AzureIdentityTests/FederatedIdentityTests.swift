import FoundationEssentials
import HTTPClient
import TestSupport
import Testing

@testable import AzureIdentity

@Suite("Signing in to Azure with somebody else's token", .timeLimit(.minutes(1)))
struct FederatedIdentityTests {
  private static let names = ["AZURE_TENANT_ID": "t", "AZURE_CLIENT_ID": "c"]

  @Test("the file is read anew for each token, since its keeper replaces it")
  func file() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/token-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let signIn = SignIn()
    defer { signIn.server.stop() }
    try Data("first.token\n".utf8).write(to: URL(filePath: path))
    let credential = try await signIn.credential(
      Self.names.merging(["AZURE_FEDERATED_TOKEN_FILE": path]) { first, _ in first })
    _ = try await credential.current()
    #expect(signIn.form["client_assertion"] == "first.token")
    try Data("second.token".utf8).write(to: URL(filePath: path))
    signIn.clock.advance(by: 3600)
    _ = try await credential.current()
    #expect(signIn.form["client_assertion"] == "second.token")
    for content in ["", " \n", "two\u{0}tokens", "ä"] {
      try Data(content.utf8).write(to: URL(filePath: path))
      signIn.clock.advance(by: 3600)
      let error = await #expect(throws: AzureIdentityError.self) { try await credential.current() }
      #expect(
        error?.description
          == "the file \(path) of AZURE_FEDERATED_TOKEN_FILE cannot be used: it holds no token")
    }
    #expect(signIn.server.requests.count == 2)
  }

  @Test("a token that stands in a variable of Terraform is taken as it is, and never shown")
  func token() async throws {
    let signIn = SignIn { _ in
      [
        .json(
          400,
          #"{"error":"invalid_client","error_description":"AADSTS700213: jwt-of-ci is unknown."}"#)
      ]
    }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential([
      "ARM_TENANT_ID": "t", "ARM_CLIENT_ID": "c", "ARM_OIDC_TOKEN": "jwt-of-ci",
    ])
    let error = await #expect(throws: AzureIdentityError.self) { try await credential.current() }
    #expect(signIn.form["client_assertion"] == "jwt-of-ci")
    #expect(error?.description.contains("AADSTS700213: <redacted> is unknown.") == true)
    #expect(error?.hint?.contains("federated credential") == true)
  }

  @Test(
    "GitHub is asked for a token with the cloud's audience, anew for each of Azure's",
    arguments: [("?api-version=2.0", "?api-version=2.0&audience="), ("", "?audience=")])
  func gitHub(query: String, expected: String) async throws {
    let signIn = SignIn { request in
      request.method == "GET"
        ? [.json(200, #"{"value":"jwt.\#(request.index).x"}"#)]
        : [SignIn.token("token-\(request.index)")]
    }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(
      Self.names.merging([
        "ACTIONS_ID_TOKEN_REQUEST_URL": signIn.server.url + "/idtoken" + query,
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN": "request-token",
      ]) { first, _ in first })
    #expect(credential.kind == .gitHubOIDC)
    _ = try await credential.current()
    let request = try #require(signIn.server.requests.first)
    #expect(request.target == "/idtoken\(expected)api%3A%2F%2FAzureADTokenExchange")
    #expect(request.headers["Authorization"] == "bearer request-token")
    #expect(signIn.form["client_assertion"] == "jwt.0.x")
    signIn.clock.advance(by: 3600)
    _ = try await credential.current()
    #expect(signIn.form["client_assertion"] == "jwt.2.x")
  }

  @Test(
    "GitHub's refusals say that it was GitHub",
    arguments: [(401, #"{"message":"no"}"#), (200, #"{"value":"a b"}"#), (404, "gone")])
  func gitHubRefuses(status: Int, body: String) async throws {
    let signIn = SignIn { _ in [.json(status, body)] }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(
      Self.names.merging([
        "ACTIONS_ID_TOKEN_REQUEST_URL": signIn.server.url + "/idtoken",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN": "request-token",
      ]) { first, _ in first })
    let error = await #expect(throws: AzureIdentityError.self) { try await credential.current() }
    #expect(error?.description.hasPrefix("Azure sign-in by GitHub OIDC") == true)
    #expect(signIn.server.requests.count == 1)
  }
}
