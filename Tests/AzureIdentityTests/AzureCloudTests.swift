import HTTPClient
import TestSupport
import Testing

@testable import AzureIdentity

@Suite("Which of Azure's clouds is meant", .timeLimit(.minutes(1)))
struct AzureCloudTests {
  private func cloud(
    _ environment: [String: String], file: [String: String] = [:]
  ) async throws -> AzureCloud {
    try await AzureCloud.resolved(
      from: AzureVariables(environment: environment, file: file), transport: CurlTransport())
  }

  @Test(
    "by name",
    arguments: [
      ("", "management.azure.com", "login.microsoftonline.com"),
      ("public", "management.azure.com", "login.microsoftonline.com"),
      ("UsGovernment", "management.usgovcloudapi.net", "login.microsoftonline.us"),
      ("china", "management.chinacloudapi.cn", "login.chinacloudapi.cn"),
      ("AzureChinaCloud", "management.chinacloudapi.cn", "login.chinacloudapi.cn"),
    ])
  func names(name: String, manager: String, authority: String) async throws {
    let cloud = try await cloud(["ARM_ENVIRONMENT": name])
    #expect(cloud.resourceManager.server.description == "https://" + manager)
    #expect(cloud.authority.server.description == "https://" + authority)
  }

  @Test("an unknown name is refused")
  func unknown() async {
    let error = await #expect(throws: AzureIdentityError.self) {
      _ = try await cloud(["ARM_ENVIRONMENT": "german"])
    }
    #expect(
      error?.description == "ARM_ENVIRONMENT: 'german' is none of public, usgovernment, china")
  }

  @Test("an address goes before the name, and brings its cloud's sign-in service with it")
  func addresses() async throws {
    let known = try await cloud([
      "AZURE_RESOURCE_MANAGER_URL": "https://management.usgovcloudapi.net/"
    ])
    #expect(known.authority.server.host == "login.microsoftonline.us")
    #expect(known.federatedAudience == "api://AzureADTokenExchangeUSGov")
    let own = try await cloud([
      "AZURE_RESOURCE_MANAGER_URL": "https://arm.example", "ARM_ENVIRONMENT": "china",
      "AZURE_AUTHORITY_HOST": "login.example",
    ])
    #expect(own.resourceManager.server.description == "https://arm.example")
    #expect(own.authority.server.description == "https://login.example")
    await #expect(throws: AzureIdentityError.self) {
      _ = try await cloud(["AZURE_RESOURCE_MANAGER_URL": "arm.example"])
    }
  }

  @Test("a document describes a cloud of one's own; it is read without a token")
  func document() async throws {
    let server = ScriptedServer { request in
      let host = request.headers["Host"] ?? ""
      return [
        .json(
          200,
          #"""
          [{"name":"Other","resourceManager":"https://other.example",
            "authentication":{"loginEndpoint":"https://login.other.example"}},
           {"name":"Own","resourceManager":"http://\#(host)/",
            "authentication":{"loginEndpoint":"https://login.own.example/"}}]
          """#)
      ]
    }
    defer { server.stop() }
    let url = server.url + "/metadata/endpoints?api-version=2019-05-01"
    let variables = AzureVariables(environment: [:], file: ["ARM_CLOUD_METADATA_URL": url])
    let cloud = try await AzureCloud.resolved(from: variables, transport: CurlTransport())
    #expect(cloud.resourceManager.server.description == server.url)
    #expect(cloud.authority.server.description == "https://login.own.example")
    #expect(server.requests[0].target == "/metadata/endpoints?api-version=2019-05-01")
    #expect(server.requests[0].headers["Authorization"] == nil)
    // Its addresses are as little trusted as the file that names it.
    #expect(throws: AzureIdentityError.self) { () throws in
      try variables.check(cloud.authority, forSecretFromFile: false)
    }
  }

  @Test(
    "what describes no cloud is refused",
    arguments: [(200, "[]"), (200, "<html>"), (404, "{}"), (200, #"[{"name":"a"},{"name":"b"}]"#)])
  func noDocument(status: Int, body: String) async throws {
    let server = ScriptedServer { _ in [.json(status, body)] }
    defer { server.stop() }
    let error = await #expect(throws: AzureIdentityError.self) {
      _ = try await cloud(["ARM_CLOUD_METADATA_URL": server.url])
    }
    #expect(error == .invalidMetadata(variable: "ARM_CLOUD_METADATA_URL", status: status))
  }
}
