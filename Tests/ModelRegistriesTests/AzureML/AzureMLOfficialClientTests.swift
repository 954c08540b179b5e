import FoundationEssentials
import JSONDocuments
import ModelRegistries
import RegisteredModels
import TestSupport
import Testing

private let isInstalled = PythonEnvironment.azure != nil

@Suite("Beside Microsoft's own client for Azure ML", .timeLimit(.minutes(10)))
struct AzureMLOfficialClientTests {
  @Test(
    "what the client registers is read, and afterwards the client finds it unchanged",
    .enabled(if: isInstalled, "Microsoft's client is not installed: run make setup"))
  func seededByTheClient() async throws {
    let fixture = try await AzureMLFixture()
    let seeded = try await fixture.service.officialClient("seed")
    #expect(seeded["latest"] == "3")
    #expect(seeded["active"] == ["1", "7", "3"])
    #expect(seeded["archived"] == ["9"])
    try await fixture.service.control("clear")
    let pinned = try await fixture.answer(.version("3"))
    let latest = try await fixture.answer(.latest)
    let shared = try await fixture.answer(.version("2"), of: "shared", in: AzureMLFixture.shared)
    guard case .version(let version) = pinned, case .version(let newest) = latest,
      case .version(let registered) = shared
    else {
      Issue.record("\(pinned) \(latest) \(shared)")
      return
    }
    #expect(newest.version == seeded["latest"]?.string)
    #expect(version.stage?.value == seeded["stage"]?.string)
    #expect(version.run?.id == seeded["job"]?.string)
    #expect(version.algorithm?.value == "Ridge")
    #expect(version.server?.value == "https://live.westeurope.inference.ml.azure.com/score")
    #expect(version.datasets.map(\.name) == ["reviews:4"])
    #expect(version.tags.contains { $0.key == "reviewed" && $0.value.value == "yes" })
    #expect(registered.description?.value == "Trained on all of May")
    let requests = try await fixture.service.requests()
    #expect(requests.allSatisfy { $0.hasPrefix("GET ") || $0.contains("/oauth2/") })
    #expect(try await fixture.service.officialClient("check") == seeded)
  }

  @Test(
    "the service that gives us tokens gives them to the client's credentials too",
    .enabled(if: isInstalled, "Microsoft's client is not installed: run make setup"))
  func credentials() async throws {
    let fixture = try await AzureMLFixture()
    let ways = try await AzureSignInWays(fixture.service)
    let names = try await fixture.service.officialClient("tokens", environment: ways.all)
    #expect(
      names == [
        "client secret", "client certificate", "workload identity", "assertion",
        "managed identity (App Service)", "Azure CLI",
      ])
  }
}
