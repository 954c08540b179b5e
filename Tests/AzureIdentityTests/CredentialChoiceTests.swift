import HTTPClient
import TestSupport
import Testing

@testable import AzureIdentity

@Suite("Which way of signing in to Azure is used", .timeLimit(.minutes(1)))
struct CredentialChoiceTests {
  private static let names = ["AZURE_TENANT_ID": "t", "AZURE_CLIENT_ID": "c"]

  private func choice(
    _ environment: [String: String], file: [String: String] = [:],
    allowed: AllowedHosts = AllowedHosts()
  ) -> CredentialChoice {
    CredentialChoice(
      variables: AzureVariables(
        environment: environment, file: file, filePath: "project/.env", allowedHosts: allowed),
      cloud: .global, transport: CurlTransport(), clock: FixedClock(),
      machineService: "http://127.0.0.1:1")
  }

  @Test("the first that is configured is used")
  func order() throws {
    var variables = [
      "IDENTITY_ENDPOINT": "http://127.0.0.1:1/msi", "IDENTITY_HEADER": "h",
      "MSI_ENDPOINT": "http://127.0.0.1:2/msi", "MSI_SECRET": "s", "ARM_USE_MSI": "true",
      "ACTIONS_ID_TOKEN_REQUEST_URL": "https://github.example/token?v=1",
      "ACTIONS_ID_TOKEN_REQUEST_TOKEN": "r", "AZURE_FEDERATED_TOKEN_FILE": "/run/token",
      "AZURE_CLIENT_SECRET": "secret",
    ].merging(Self.names) { first, _ in first }
    let steps: [(CredentialKind, [String])] = [
      (.clientSecret, ["AZURE_CLIENT_SECRET"]),
      (.workloadIdentity, ["AZURE_FEDERATED_TOKEN_FILE"]),
      (.gitHubOIDC, ["ACTIONS_ID_TOKEN_REQUEST_URL"]), (.appServiceIdentity, ["IDENTITY_HEADER"]),
      (.azureMLIdentity, ["MSI_SECRET"]), (.virtualMachineIdentity, ["ARM_USE_MSI"]),
    ]
    for (kind, removed) in steps {
      #expect(try choice(variables).configured()?.kind == kind)
      for name in removed { variables[name] = nil }
    }
    #expect(try choice(variables).configured() == nil)
  }

  @Test("Terraform's names serve as well, and Azure's go before them")
  func terraform() throws {
    let variables = [
      "ARM_TENANT_ID": "tenant-a", "ARM_CLIENT_ID": "a", "ARM_CLIENT_SECRET": "secret-a",
    ]
    let source = try #require(try choice(variables).configured() as? EntraTokenSource)
    #expect(source.endpoint == "https://login.microsoftonline.com/tenant-a/oauth2/v2.0/token")
    #expect(source.secrets == [Secret("secret-a")])
    let both = variables.merging(["AZURE_CLIENT_ID": "b"]) { first, _ in first }
    #expect((try choice(both).configured() as? EntraTokenSource)?.client == "b")
    let token = ["ARM_TENANT_ID": "t", "ARM_CLIENT_ID": "a", "ARM_OIDC_TOKEN": "jwt-text"]
    #expect(try choice(token).configured()?.kind == .workloadIdentity)
  }

  @Test("GitHub's variables alone choose nothing: workflows sign in by other means as well")
  func gitHubAlone() throws {
    let variables = [
      "ACTIONS_ID_TOKEN_REQUEST_URL": "https://github.example/token?v=1",
      "ACTIONS_ID_TOKEN_REQUEST_TOKEN": "r",
    ]
    #expect(try choice(variables).configured() == nil)
  }

  @Test("what is begun and not finished is an error that names what is missing")
  func incomplete() {
    let error = #expect(throws: AzureIdentityError.self) { () throws in
      _ = try choice([:], file: ["AZURE_CLIENT_SECRET": "secret"]).configured()
    }
    #expect(
      error?.description
        == "AZURE_CLIENT_SECRET in project/.env is set, but AZURE_TENANT_ID and AZURE_CLIENT_ID "
        + "are not")
  }

  @Test(
    "an identifier can be nothing but one", arguments: ["--help", "a/b", "a b", "..", "t?x", "ä"])
  func identifiers(tenant: String) {
    let variables = [
      "AZURE_TENANT_ID": tenant, "AZURE_CLIENT_ID": "c", "AZURE_CLIENT_SECRET": "secret",
    ]
    let error = #expect(throws: AzureIdentityError.self) { () throws in
      _ = try choice(variables).configured()
    }
    guard case .invalid(variable: "AZURE_TENANT_ID", _) = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
  }

  @Test(
    "no secret of the environment goes to an address of the .env file",
    arguments: [
      ("AZURE_AUTHORITY_HOST", ["AZURE_CLIENT_SECRET": "secret"]),
      ("IDENTITY_ENDPOINT", ["IDENTITY_HEADER": "secret"]),
      ("MSI_ENDPOINT", ["MSI_SECRET": "secret"]),
      ("ACTIONS_ID_TOKEN_REQUEST_URL", ["ACTIONS_ID_TOKEN_REQUEST_TOKEN": "secret"]),
      ("AZURE_RESOURCE_MANAGER_URL", ["AZURE_CLIENT_SECRET": "secret"]),
    ])
  func foreignAddresses(name: String, secrets: [String: String]) async throws {
    let signIn = SignIn()
    defer { signIn.server.stop() }
    let environment = secrets.merging(Self.names) { first, _ in first }
    let variables = AzureVariables(
      environment: environment, file: [name: "https://evil.example/path"])
    let error = await #expect(throws: AzureIdentityError.self) {
      _ = try await signIn.credential(variables)
    }
    #expect(
      error == .refusedAddress(variable: "\(name) in .env", .untrustedHost("evil.example")))
    #expect(error?.hint?.hasPrefix("set \(name) in the environment") == true)
    // A file that gives both may give both, and the operator may allow the host.
    let both = AzureVariables(
      environment: Self.names,
      file: secrets.merging([name: "https://evil.example/path"]) { first, _ in first })
    _ = try await signIn.credential(both)
    let allowed = AzureVariables(
      environment: environment, file: [name: "https://evil.example/path"],
      allowedHosts: try AllowedHosts(parsing: "evil.example"))
    _ = try await signIn.credential(allowed)
  }

  @Test("a path in the .env file leads no secret of the machine to an address of that file")
  func foreignFile() throws {
    let file = Self.names.merging(["AZURE_FEDERATED_TOKEN_FILE": "/run/token"]) { first, _ in first
    }
    #expect(try choice([:], file: file).configured()?.kind == .workloadIdentity)
    let evil = file.merging(["AZURE_AUTHORITY_HOST": "https://evil.example"]) { first, _ in first }
    let authority = AzureAddress(
      text: "https://evil.example", server: try ServerURL(parsing: "https://evil.example"),
      source: AzureVariables.Value(
        name: "AZURE_AUTHORITY_HOST", text: "https://evil.example", isFromFile: true))
    let choice = CredentialChoice(
      variables: AzureVariables(environment: [:], file: evil),
      cloud: AzureCloud.global.replacing(authority: authority), transport: CurlTransport(),
      clock: FixedClock(), machineService: "http://127.0.0.1:1")
    #expect(
      throws: AzureIdentityError.refusedAddress(
        variable: "AZURE_AUTHORITY_HOST in .env", .untrustedHost("evil.example"))
    ) {
      try choice.configured()
    }
  }

  @Test(
    "plain http is for this machine and for a platform's own address",
    arguments: [
      ("http://login.example", false), ("http://127.0.0.1:9", true),
      ("http://169.254.130.3:8081/msi/token", true), ("https://login.example", true),
    ])
  func plainHTTP(address: String, isAllowed: Bool) throws {
    let choice = choice(["IDENTITY_ENDPOINT": address, "IDENTITY_HEADER": "h"])
    if isAllowed {
      #expect(try choice.configured()?.kind == .appServiceIdentity)
    } else {
      #expect(throws: AzureIdentityError.self) { () throws in _ = try choice.configured() }
    }
  }

  @Test("an address inside the file is no platform's, even on the machine's own link")
  func linkLocalFromFile() {
    let choice = choice(
      ["IDENTITY_HEADER": "h"], file: ["IDENTITY_ENDPOINT": "http://169.254.130.3/"])
    #expect(throws: AzureIdentityError.self) { () throws in _ = try choice.configured() }
  }

  @Test(
    "what is begun is named with all that lacks, and 'az' only where it would help",
    arguments: [
      ([:], "", "set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET", Self.install),
      (
        ["AZURE_CLIENT_ID": "c"],
        ": AZURE_CLIENT_ID is set, but not AZURE_TENANT_ID and one of \(Self.proofs)",
        "set AZURE_TENANT_ID and AZURE_CLIENT_SECRET too", Self.install
      ),
      (
        ["ARM_TENANT_ID": "t", "ARM_CLIENT_ID": "c", "ARM_USE_CLI": "False"],
        ": ARM_TENANT_ID and ARM_CLIENT_ID are set, but not one of \(Self.proofs)",
        "set AZURE_CLIENT_SECRET too", "; ARM_USE_CLI leaves out 'az'"
      ),
      (
        ["ACTIONS_ID_TOKEN_REQUEST_URL": "https://github.example"],
        ": ACTIONS_ID_TOKEN_REQUEST_URL is set, but not AZURE_TENANT_ID and AZURE_CLIENT_ID",
        "set AZURE_TENANT_ID and AZURE_CLIENT_ID too", Self.install
      ),
      (
        ["IDENTITY_ENDPOINT": "http://127.0.0.1:1"],
        ": IDENTITY_ENDPOINT is set, but not IDENTITY_HEADER", "set IDENTITY_HEADER too",
        Self.install
      ),
      (
        ["MSI_SECRET": "s"], ": MSI_SECRET is set, but not MSI_ENDPOINT", "set MSI_ENDPOINT too",
        Self.install
      ),
    ])
  func gaps(variables: [String: String], clause: String, hint: String, end: String) async {
    let signIn = SignIn()
    defer { signIn.server.stop() }
    let error = await #expect(throws: AzureIdentityError.self) {
      _ = try await signIn.credential(variables.merging(["PATH": "/nowhere"]) { first, _ in first })
    }
    #expect(error?.description == "nothing says how to sign in to Azure" + clause)
    #expect(error?.hint == hint + end)
  }

  private static let proofs =
    "AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH, AZURE_FEDERATED_TOKEN_FILE"
  private static let install = "; or install the Azure CLI and run 'az login'"
}
