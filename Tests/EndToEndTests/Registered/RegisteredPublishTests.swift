import Diagnostics
import HTTPClient
import JSONDocuments
import Publishing
import Reconciler
import RegisteredModels
import TestSupport
import Testing

@Suite("Publishing what a real MLflow knows", .serialized, .timeLimit(.minutes(10)))
struct RegisteredPublishTests {
  @Test(
    "the published model carries its version, and a promotion is published with what belongs to it",
    arguments: MLflowLine.installed)
  func promotion(line: MLflowLine) async throws {
    let registered = try await RegisteredProject(line)
    let first = try await registered.register()
    try await registered.server.setAlias("champion", of: registered.model, to: "1")
    try registered.write()

    let created = try await registered.publish()
    #expect(created.outcome.status == .success, "\(created.told)")
    #expect(created.diagnostics.isEmpty, "\(created.told)")
    #expect(created.models[0].registered?.version == "1")
    #expect(created.registries.resolved == 1)
    #expect(created.requests.total <= 13 + 6)
    let model = try await registered.catalog.model(fields: "extension")
    #expect(model["description"] == "Predicts revenue.")
    #expect(model["algorithm"] == "XGBRegressor")
    #expect(model["target"] == "revenue")
    #expect(model["mlStore"]?["storage"] == "s3://models.example.com/model")
    let parameters = model["mlHyperParameters"]?.array ?? []
    #expect(parameters.compactMap { $0["name"]?.string } == ["eta", "max_depth"])
    let features = model["mlFeatures"]?.array ?? []
    #expect(features.compactMap { $0["name"]?.string } == ["order_id", "persona"])
    #expect(try await registered.catalog.edges() == ["orders": ["order_id → order_id"]])
    #expect(try await registered.property(.mlModelVersion) == "1")
    #expect(try await registered.property(.mlAliases) == #"["champion"]"#)
    #expect(try await registered.property(.mlRunId) == first)
    #expect(try await registered.property(.mlMetrics) == #"{"rmse":0.5}"#)
    #expect(try await registered.property(.mlGitCommit) == "c0ffee")

    let again = try await registered.publish()
    #expect(again.outcome.status == .success, "\(again.told)")
    #expect(again.requests.writes == 0, "\(again.models[0].plan?.changes as Any)")

    let second = try await registered.register(eta: "0.3", rmse: "0.25")
    #expect(try await registered.publish().requests.writes == 0, "nobody promoted it")
    try await registered.server.setAlias("champion", of: registered.model, to: "2")
    let promoted = try await registered.publish()
    #expect(promoted.outcome.status == .success, "\(promoted.told)")
    #expect(try await registered.property(.mlModelVersion) == "2")
    #expect(try await registered.property(.mlRunId) == second)
    #expect(try await registered.property(.mlMetrics) == #"{"rmse":0.25}"#)
    let changed = try await registered.catalog.model()["mlHyperParameters"]?.array ?? []
    #expect(changed.compactMap { $0["value"]?.string } == ["0.3", "6"])
    #expect(try await registered.publish().requests.writes == 0)
  }

  @Test("each selector means its version", arguments: MLflowLine.installed)
  func selectors(line: MLflowLine) async throws {
    let registered = try await RegisteredProject(line)
    for _ in 1...4 { try await registered.register() }
    let (server, model) = (registered.server, registered.model)
    try await server.setAlias("champion", of: model, to: "2")
    try await server.setStage("Staging", of: model, version: "3")
    try await server.deleteVersion("4", of: model)
    for (selector, version) in [
      ("version: 1", "1"), ("alias: champion", "2"), ("stage: Staging", "3"),
      ("version: latest", "3"), ("alias: champion\n    version: 2", "2"),
    ] {
      try registered.write(selector)
      let result = try await registered.check()
      #expect(result.outcome.status == .success, "\(selector): \(result.told)")
      #expect(result.models[0].registered?.version == version, "\(selector)")
    }
    for (selector, line) in [
      ("version: 9", 5), ("alias: nobody", 5), ("stage: Production", 5), ("version: 4", 5),
    ] {
      try registered.write(selector)
      let result = try await registered.publish()
      #expect(result.outcome.status == .findings, "\(selector): \(result.told)")
      #expect(result.requests.writes == 0)
      let finding = try #require(result.diagnostics.first { $0.severity == .error })
      #expect(finding.code == .registeredModelNotFound, "\(selector): \(result.told)")
      #expect(finding.range?.start.line == line, "\(selector): \(result.told)")
    }
  }

  @Test("what contradicts the registry is shown with both places", arguments: MLflowLine.installed)
  func contradictions(line: MLflowLine) async throws {
    let registered = try await RegisteredProject(line)
    let run = try await registered.register(status: "FAILED", table: "public.users")
    try await registered.server.setAlias("champion", of: registered.model, to: "1")
    try registered.write(
      "alias: champion\n    version: 7",
      """
      mlFeatures:
        - name: order_id
          dataType: categorical
          featureSources:
            - name: order_id
              dataSourceFqn: demo_pg.postgres.public.orders
        - name: persona_
          dataType: categorical
      mlHyperParameters:
        - name: eta
          value: 0.30
      """)
    try expectGolden(
      try await registered.shown(["--check", "-v"], runs: [run]), "registered-contradictions.txt")
    #expect(try await registered.catalog.modelStatus() == 404)
  }

  @Test("what a first publish of a registered model shows", arguments: MLflowLine.installed)
  func shown(line: MLflowLine) async throws {
    let registered = try await RegisteredProject(line)
    let run = try await registered.register()
    try await registered.server.setAlias("champion", of: registered.model, to: "1")
    try registered.write("alias: champion", "description: For everybody.")
    try expectGolden(
      try await registered.shown(["--check", "-v"], runs: [run]), "registered-check.txt")
    try expectGolden(
      try await registered.shown(["--check", "--format", "json"], runs: [run]),
      "registered-check.json")
    try expectGolden(try await registered.shown(["-v"], runs: [run]), "registered-publish.txt")
  }
}
