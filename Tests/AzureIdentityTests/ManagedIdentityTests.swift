import HTTPClient
import JSONDocuments
import TestSupport
import Testing

@testable import AzureIdentity

@Suite("Signing in to Azure as the machine", .timeLimit(.minutes(1)))
struct ManagedIdentityTests {
  @Test("App Service, with one of several identities")
  func appService() async throws {
    let signIn = SignIn()
    defer { signIn.server.stop() }
    let credential = try await signIn.credential([
      "IDENTITY_ENDPOINT": signIn.server.url + "/msi/token/", "IDENTITY_HEADER": "platform-secret",
      "AZURE_CLIENT_ID": "identity-2",
    ])
    #expect(try await credential.current().secret.reveal() == "token-0")
    let request = try #require(signIn.server.requests.first)
    #expect(
      request.target == "/msi/token/?api-version=2019-08-01"
        + "&resource=https%3A%2F%2Fmanagement.azure.com&client_id=identity-2")
    #expect(request.headers["X-IDENTITY-HEADER"] == "platform-secret")
    #expect(credential.secrets == [Secret("platform-secret")])
  }

  @Test("Azure ML's own machines")
  func azureML() async throws {
    let signIn = SignIn { _ in
      [.json(200, #"{"access_token":"abc","expires_on":"11/14/2023 11:13:20 PM +00:00"}"#)]
    }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential([
      "MSI_ENDPOINT": signIn.server.url + "/msi", "MSI_SECRET": "platform-secret",
      "DEFAULT_IDENTITY_CLIENT_ID": "identity-3",
    ])
    // The clock stands at 22:13:20 of that day.
    #expect(try await credential.current().renewal == 1_700_000_000 + 3300)
    let request = try #require(signIn.server.requests.first)
    #expect(
      request.target == "/msi?api-version=2017-09-01"
        + "&resource=https%3A%2F%2Fmanagement.azure.com&clientid=identity-3")
    #expect(request.headers["secret"] == "platform-secret")
  }

  @Test(
    "a virtual machine's service may be away for a moment while it is renewed",
    arguments: [404, 410, 429, 500])
  func virtualMachine(status: Int) async throws {
    let signIn = SignIn { request in
      request.index < 2
        ? [.json(status, "{}")]
        : [.json(200, #"{"access_token":"abc","expires_on":"1700003600","expires_in":"3600"}"#)]
    }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential([
      "AZURE_POD_IDENTITY_AUTHORITY_HOST": signIn.server.url + "/"
    ])
    #expect(credential.kind == .virtualMachineIdentity)
    #expect(try await credential.current().secret.reveal() == "abc")
    let request = try #require(signIn.server.requests.first)
    #expect(
      request.target == "/metadata/identity/oauth2/token?api-version=2018-02-01"
        + "&resource=https%3A%2F%2Fmanagement.azure.com")
    #expect(request.headers["Metadata"] == "true")
  }

  @Test("a machine that is said to have an identity and has none is final")
  func noIdentity() async throws {
    let signIn = SignIn { _ in
      [.json(400, #"{"error":"invalid_request","error_description":"Identity not found"}"#)]
    }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(
      ["ARM_USE_MSI": "true"], machine: signIn.server.url)
    let error = await #expect(throws: AzureIdentityError.self) { try await credential.current() }
    #expect(error?.description.hasSuffix("Identity not found") == true, "\(error as Any)")
    #expect(error?.hint?.contains("give the machine an identity") == true)
  }

  @Test("an identity that nothing announces is found by one request without the field")
  func discovery() async throws {
    let signIn = SignIn { request in
      request.headers["Metadata"] == nil
        ? [.json(400, #"{"error":"invalid_request"}"#)] : [SignIn.token("found")]
    }
    defer { signIn.server.stop() }
    let credential = try await signIn.credential(["PATH": ""], machine: signIn.server.url)
    #expect(credential.kind == .virtualMachineIdentity)
    #expect(try await credential.current().secret.reveal() == "found")
  }

  @Test(
    "what answers there on machines of others is not taken for Azure",
    arguments: [(404, "{}"), (401, "<html>"), (200, "{}"), (400, #"{"error":"other"}"#)])
  func otherClouds(status: Int, body: String) async throws {
    let signIn = SignIn { _ in [.json(status, body)] }
    defer { signIn.server.stop() }
    let error = await #expect(throws: AzureIdentityError.self) {
      _ = try await signIn.credential(["PATH": ""], machine: signIn.server.url)
    }
    guard case .notConfigured? = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
  }
}
