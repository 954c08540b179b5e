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

  @Test("no log, description or dump shows a secret or a token, whichever way it is")
  func secrecy() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    let ways = try await AzureSignInWays(fixture.service)
    let reference = RegistryReference(
      address: AzureMLFixture.workspace, model: "revenue", selector: .version("3"))
    for (name, variables) in ways.each {
      let notes = RequestNotes()
      let nothing = ["AZURE_CLIENT_SECRET": "", "PATH": "/usr/bin:/bin"]
      let registry = try fixture.registry(
        nothing.merging(variables) { _, given in given }, observer: notes)
      let answers = await registry.answers(to: [reference])
      var shown = "\(registry)\n\(String(reflecting: registry))\n\(answers)\n" + notes.text
      dump(registry, to: &shown)
      #expect(notes.text.contains("/versions/3"), "\(name)")
      for secret in ["the-client-secret", "issued.", "github-request-token", "\"platform\""] {
        #expect(!shown.contains(secret), "\(name): \(secret)")
      }
    }
  }
}
