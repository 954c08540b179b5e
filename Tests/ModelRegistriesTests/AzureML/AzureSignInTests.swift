import JSONDocuments
import ModelRegistries
import RegisteredModels
import TestSupport
import Testing

@Suite("Each way of signing in to Azure reads a version", .timeLimit(.minutes(2)))
struct AzureSignInTests {
  @Test("by secret, certificate, federated token, machine and az")
  func ways() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    let ways = try await AzureSignInWays(fixture.service)
    for (name, variables) in ways.each {
      let nothing = ["AZURE_CLIENT_SECRET": "", "PATH": "/usr/bin:/bin"]
      let answer = try await fixture.answer(
        .version("3"), nothing.merging(variables) { _, given in given })
      guard case .version(let version) = answer else {
        Issue.record("\(name): \(answer)")
        continue
      }
      #expect(version.version == "3")
      #expect(version.metrics.count == 1, "\(name): \(version.gaps)")
    }
  }
}
