import Diagnostics
import ModelManifests
import JSONDocuments
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite("What the token's user may not do", .timeLimit(.minutes(10)))
struct PermissionTests {
  private let catalog: SampleCatalog
  private let project: Project

  init() async throws {
    catalog = try await SampleCatalog()
    project = try Project()
  }

  @Test("a data steward's token writes the description, and the algorithm is named as refused")
  func groups() async throws {
    let first = try await catalog.publish(project)
    try #require(first.outcome.status == .success, "\(first.told)")
    let steward = try await catalog.catalog.makeUser("steward", role: "DataSteward")
    try project.replace("XGBoost", with: "LightGBM")
    try project.replace("Predicts the revenue of restaurants.", with: "New words")

    let result = try await catalog.publish(project, token: steward) { options in
      options.plan.force = [try FieldPathPattern(parsing: "description")]
    }
    #expect(result.outcome.status == .incomplete, "\(result.told)")
    let refused = try #require(result.diagnostics.first { $0.code == .fieldsRefused })
    #expect(refused.message.contains("algorithm"))
    #expect(!refused.message.contains("description"))
    #expect(try await catalog.model()["description"] == "New words\n")
    #expect(try await catalog.model()["algorithm"] == "XGBoost")
    #expect(!result.outcome.differs)
  }

  @Test("when every write is forbidden the run ends with 77, and nothing is there")
  func forbidden() async throws {
    let consumer = try await catalog.catalog.makeUser("consumer", role: "DataConsumer")
    let result = try await catalog.publish(project, token: consumer)
    #expect(result.outcome.status == .notPermitted, "\(result.told)")
    #expect(result.models.map(\.action) == [.failed])
    #expect(try await catalog.modelStatus() == 404)
  }

  @Test("a model that the server refuses as a whole is blamed at its name")
  func refused() async throws {
    let proxy = HookedProxy(catalog.host) { _, request in
      request.method == "PUT" && request.target.hasSuffix("/mlmodels")
        ? .answer(status: 400, body: #"{"code": 400, "message": "not in this catalog"}"#) : .pass
    }
    let run = try await PublisherProcess(project, host: proxy.url, token: catalog.token)
      .run("publish")
    #expect(run.status == 3, "\(run.everything)")
    #expect(run.output.contains("ml_model.yaml:2:7: error[MLC501]"), "\(run.everything)")
    #expect(run.output.contains("not in this catalog"))
  }
}
