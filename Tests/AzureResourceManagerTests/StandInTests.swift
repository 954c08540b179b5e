import AzureIdentity
import AzureResourceManager
import HTTPClient
import JSONDocuments
import TestSupport
import Testing

@Suite("Resource Manager over TLS, with an authority of its own", .timeLimit(.minutes(1)))
struct StandInTests {
  private static let workspace = MachineLearningPlace(
    .workspace, name: "ws-1", subscription: "6f1c2d3e-0000-4000-8000-000000000001",
    resourceGroup: "rg-1")

  private func client(
    _ service: RunningAzureService, _ changes: [String: String] = [:]
  ) async throws -> ResourceManagerClient {
    let environment = service.environment.merging(changes) { _, given in given }
    let variables = AzureVariables(environment: environment)
    let transport = RetryingTransport(
      wrapping: CurlTransport(configuration: try TransportConfiguration(azure: environment)),
      clock: SleeplessClock())
    let cloud = try await AzureCloud.resolved(from: variables, transport: transport)
    let credential = try await AzureCredential.choosing(
      from: variables, cloud: cloud, transport: transport)
    return ResourceManagerClient(cloud: cloud, credential: credential, transport: transport)
  }

  private func put(_ service: RunningAzureService, models: Int) async throws {
    for number in 0..<models {
      let path = Self.workspace.path.joined(separator: "/") + "/models/m-\(number)/versions/1"
      let body: JSON = ["properties": ["modelUri": "azureml://datastores/d/paths/p"]]
      try await service.control("put", ["path": .string("/" + path), "body": body])
    }
  }

  @Test("pages of two are followed by links that nobody would have built so")
  func paging() async throws {
    let service = try await RunningAzureService()
    try await put(service, models: 5)
    let client = try await client(service)
    try await service.control("clear")
    let names = try await client.modelNames(in: Self.workspace, pages: .max)
    #expect(names == (0..<5).map { "m-\($0)" })
    let targets = try await service.requests().filter { $0.hasPrefix("GET ") }
    #expect(targets.count == 3)
    #expect(targets[2].hasSuffix("&listViewType=ActiveOnly&$skipToken=page%2B%2F4"))
    #expect(try await client.modelNames(in: Self.workspace, pages: 2).count == 4)
  }

  @Test("a token that expires is replaced in the middle of a run")
  func expiry() async throws {
    let service = try await RunningAzureService()
    try await put(service, models: 1)
    let client = try await client(service)
    _ = try await client.modelVersion("1", of: "m-0", in: Self.workspace)
    try await service.control("expire")
    let version = try await client.modelVersion("1", of: "m-0", in: Self.workspace)
    #expect(version.version == "1")
    #expect(try await service.requests().filter { $0.contains("/oauth2/") }.count == 2)
  }

  @Test("a document describes the cloud, and an authority that nobody vouches for is refused")
  func cloud() async throws {
    let service = try await RunningAzureService()
    try await put(service, models: 1)
    let described = try await client(
      service,
      [
        "AZURE_RESOURCE_MANAGER_URL": "", "AZURE_AUTHORITY_HOST": "",
        "ARM_CLOUD_METADATA_URL": service.url + "/metadata/endpoints?api-version=2019-05-01",
      ])
    #expect(try await described.modelNames(in: Self.workspace, pages: 1) == ["m-0"])
    let distrustful = try await client(service, ["SSL_CERT_FILE": ""])
    let error = await #expect(throws: ResourceManagerError.self) {
      _ = try await distrustful.modelNames(in: Self.workspace, pages: 1)
    }
    guard case .signIn(.unreachable(.clientSecret, let cause)) = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
    #expect(cause.kind == .insecure)
  }
}
