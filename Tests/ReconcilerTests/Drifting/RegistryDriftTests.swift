import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import RegisteredModels
import Testing

@testable import Reconciler

@Suite("What the registry points to, against what was published")
struct RegistryDriftTests {
  private func drift(
    _ registry: String, now: String, published: String? = nil, locked: String? = nil
  ) throws -> RegistryDrift {
    let manifest = try #require(
      try SmallCatalog.desired("name: churn\nalgorithm: A\nregistry: {\(registry)}\n").first
    ).manifest
    let model = MlModel([
      "id": "m", "name": "churn", "fullyQualifiedName": "CustomMLService.churn",
      "extension": .object(
        JSONObject(
          published.map { [JSONObject.Member(key: "mlModelVersion", value: .string($0))] } ?? [])),
    ])
    return RegistryDrift(
      DesiredModel(manifest, registry: .read(version(now))), published: model,
      locked: locked.map { version($0) })
  }

  private func version(_ version: String) -> RegisteredVersion {
    RegisteredVersion(
      address: .mlflow(registryURI: "http://mlflow", trackingURI: "http://mlflow"),
      model: "churn", version: version, origin: "mlflow:models:/churn/\(version)", status: .ready,
      hasAliases: true, hasStages: true)
  }

  @Test(
    "a selector that moved is told at its place",
    arguments: [
      ("mlflow: {model: churn, alias: champion}", DiagnosticCode.driftedRegistration, 42),
      ("mlflow: {model: churn, stage: Production}", .driftedRegistration, 42),
      ("mlflow: {model: churn, version: latest}", .newRegistration, 44),
      ("azureml: {workspace: w, model: churn, label: latest}", .newRegistration, 57),
    ])
  func moved(registry: String, code: DiagnosticCode, column: Int) throws {
    let drift = try #require(try drift(registry, now: "8", published: "7", locked: "8").drift)
    #expect(drift.finding.code == code)
    #expect(drift.published == "7" && drift.current == "8")
    #expect(drift.finding.range?.start == Position(line: 3, column: column))
    #expect(try self.drift(registry, now: "8", published: "8").drift == nil)
  }

  @Test("the lock tells what was published where the catalog does not; else nobody does")
  func locked() throws {
    let alias = "mlflow: {model: churn, alias: champion}"
    #expect(try drift(alias, now: "8", locked: "7").drift?.published == "7")
    let unknown = try drift(alias, now: "8")
    #expect(unknown.isUnknown && unknown.drift == nil)
  }

  @Test("a version that the file names by itself does not move")
  func fixed() throws {
    let fixed = try drift("mlflow: {model: churn, version: 7}", now: "7", published: "6")
    #expect(fixed.drift == nil && !fixed.isUnknown)
  }
}
