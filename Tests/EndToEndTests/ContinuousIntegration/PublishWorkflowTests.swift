import Foundation
import TestSupport
import Testing

/// The scripts of `ci-templates/github/publish.yml` in a real clone.
@Suite("Publishing after a promotion", .timeLimit(.minutes(5)))
struct PublishWorkflowTests {
  @Test("writes what the main branch says, and nothing the second time")
  func publish() async throws {
    let catalog = try await SampleCatalog()
    let checkout = try await Checkout(main: ["ml_model.yaml": Project.manifest])
    for changed in ["true", "false"] {
      let runner = try GitHubRunner()
      let run = try await runner.run(
        try step("Publish"),
        [
          "vars.OPENMETADATA_HOST": catalog.host,
          "secrets.OPENMETADATA_JWT_TOKEN": catalog.token,
        ], in: checkout.place)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(
        runner.outputs.firstMatch(of: try Regex("changed<<.*\n\(changed)\n")) != nil,
        "\(runner.outputs)")
    }
    #expect(try await catalog.modelStatus() == 200)
  }

  @Test("goes on for a tag on the main branch, and refuses one on a commit that nobody reviewed")
  func tag() async throws {
    let main = try await Checkout(base: "trunk", main: ["ml_model.yaml": Project.manifest])
    let elsewhere = try await Checkout(
      base: "trunk", main: ["ml_model.yaml": Project.manifest], change: ["other": "x"])
    for (checkout, status) in [(main, Int32(0)), (elsewhere, 1)] {
      let runner = try GitHubRunner(["GITHUB_SHA": try await checkout.hash()])
      let run = try await runner.run(
        try step("Refuse a tag outside of the main branch"),
        ["github.event.repository.default_branch": "trunk"], in: checkout.place)
      #expect(run.status == status, "\(run.output)\(run.errors)")
      #expect(run.output.contains("::error::the tag is not on trunk") == (status == 1))
    }
  }

  @Test("compares the lockfile with the catalog every night")
  func lockfile() async throws {
    let catalog = try await LockedCatalog()
    let checkout = try await Checkout(main: catalog.files)
    for status in [Int32(0), 1] {
      let run = try await GitHubRunner().run(
        try step("Compare"),
        [
          "vars.OPENMETADATA_HOST": catalog.sample.host,
          "secrets.OPENMETADATA_READ_TOKEN": catalog.sample.token,
        ], in: checkout.place)
      #expect(run.status == status, "\(run.output)\(run.errors)")
      try await catalog.sample.add("orders", [("order_id", "INT"), ("last_update", "DATE")])
    }
  }

  private func step(_ name: String) throws -> CIStep {
    try CIFile("ci-templates/github/publish.yml").step(name)
  }
}
