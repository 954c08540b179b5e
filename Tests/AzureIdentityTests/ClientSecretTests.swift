import HTTPClient
import TestSupport
import Testing

@testable import AzureIdentity

@Suite("Signing in to Azure with a client secret", .timeLimit(.minutes(1)))
struct ClientSecretTests {
  @Test("the form is that of the client credentials grant, for the cloud's Resource Manager")
  func form() async throws {
    let signIn = SignIn()
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(SignIn.application)
    #expect(try await credential.current().secret.reveal() == "token-0")
    let request = try #require(signIn.server.requests.first)
    #expect(request.method == "POST")
    #expect(request.target == "/contoso.example/oauth2/v2.0/token")
    #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded")
    #expect(
      signIn.form == [
        "client_id": "app-1", "client_secret": "s3cr+t value&",
        "grant_type": "client_credentials", "scope": "https://management.azure.com/.default",
      ])
  }

  @Test("a token is kept until five minutes before its end, whatever this machine's clock says")
  func cache() async throws {
    let signIn = SignIn()
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(SignIn.application)
    for (pause, expected) in [(Int64(0), 0), (3299, 0), (1, 1), (3299, 1), (1, 2)] {
      signIn.clock.advance(by: pause)
      #expect(try await credential.current().secret.reveal() == "token-\(expected)")
    }
  }

  @Test("a short life is used to its half, and a wish of the service comes first")
  func shortLives() {
    #expect(AccessToken(Secret("t"), now: 100, lifetime: 60).renewal == 130)
    #expect(AccessToken(Secret("t"), now: 100, lifetime: 3600, refresh: 1000).renewal == 1100)
    #expect(AccessToken(Secret("t"), now: 100, lifetime: -5).renewal == 100)
    #expect(AccessToken(Secret("t"), now: 100, lifetime: .max).renewal > 100)
  }

  @Test("many who ask at once share one request")
  func sharing() async throws {
    let signIn = SignIn { request in
      [.pause(.milliseconds(200)), SignIn.token("token-\(request.index)")]
    }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(SignIn.application)
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<20 { group.addTask { try await credential.current().secret.reveal() } }
      for try await token in group { #expect(token == "token-0") }
    }
    #expect(signIn.server.requests.count == 1)
  }

  @Test("a refused token is replaced once, with the claims that were demanded")
  func claims() async throws {
    let signIn = SignIn()
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(SignIn.application)
    let old = try await credential.current()
    let claims = #"{"access_token":{"nbf":{"essential":true,"value":"1"}}}"#
    let new = try await credential.replacing(old, claims: claims)
    #expect(new.secret.reveal() == "token-1")
    #expect(signIn.form["claims"] == claims)
    // Somebody else whose request failed with the old token finds the new one.
    let again = try await credential.replacing(old, claims: nil)
    #expect(again == new)
    #expect(signIn.server.requests.count == 2)
  }

  @Test("a refusal shows the service's code and its first line, and no secret")
  func refused() async throws {
    let signIn = SignIn { _ in
      [
        .json(
          401,
          #"""
          {"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret \
          's3cr+t value&' provided. Trace ID: 1 Correlation ID: 2","error_codes":[7000215]}
          """#.replacing("\\\n", with: ""))
      ]
    }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(SignIn.application)
    let error = await #expect(throws: AzureIdentityError.self) { try await credential.current() }
    #expect(
      error?.description
        == "Azure sign-in by client secret was refused: "
        + "AADSTS7000215: Invalid client secret '<redacted>' provided.")
    #expect(error?.hint == "give the secret's value, not its ID")
  }

  @Test("the service may be busy for a moment")
  func busy() async throws {
    let signIn = SignIn { request in
      switch request.index {
      case 0: [.json(429, "{}", headers: [("Retry-After", "3")])]
      case 1: [.reset]
      default: [SignIn.token("late")]
      }
    }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(SignIn.application)
    #expect(try await credential.current().secret.reveal() == "late")
  }

  @Test(
    "what is no token is told apart",
    arguments: [
      (503, "{}", "still status 503"), (500, "{}", "still status 500"),
      (200, "<html>", "something else than the service answered (status 200)"),
      (302, "", "something else than the service answered (status 302)"),
      (200, #"{"access_token":"a b","expires_in":1}"#, "something else"),
      (200, #"{"access_token":"ab"}"#, "something else"),
      (
        200, #"{"access_token":"ab","expires_on":"1/1/9223372036854775807 00:00:00 +00:00"}"#,
        "something else"
      ),
    ])
  func others(status: Int, body: String, message: String) async throws {
    let signIn = SignIn { _ in [.json(status, body)] }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(SignIn.application)
    let error = await #expect(throws: AzureIdentityError.self) { try await credential.current() }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test("a token whose end no clock can show is over at once", arguments: [Int64.min, -1, 0])
  func end(seconds: Int64) async throws {
    let signIn = SignIn { _ in
      [.json(200, #"{"access_token":"ab","expires_on":\#(seconds)}"#)]
    }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(SignIn.application)
    for count in 1...2 {
      #expect(try await credential.current().secret.reveal() == "ab")
      #expect(signIn.server.requests.count == count)
    }
  }

  @Test("a service that is not there is unreachable")
  func unreachable() async throws {
    var variables = SignIn.application
    variables["AZURE_AUTHORITY_HOST"] = "http://127.0.0.1:1"
    let signIn = SignIn()
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(variables)
    let error = await #expect(throws: AzureIdentityError.self) { try await credential.current() }
    guard case .unreachable(.clientSecret, let cause) = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
    #expect(cause.kind == .refused)
  }
}
