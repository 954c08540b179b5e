import Diagnostics
import JSONDocuments
import ModelManifests
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite(
  "The first publication onto a model that somebody else made",
  .enabled(if: !OfficialClientLine.installed.isEmpty, "no official client: run `make setup`"),
  .timeLimit(.minutes(5)))
struct AdoptingTests {
  private static let manifest = """
    serviceName: Adopted
    name: churn
    algorithm: XGBoost
    description: What the file says.
    displayName: Churn
    target: leaves
    tags: [PII.None]
    mlFeatures:
      - name: age
        dataType: numerical
        description: In days
      - name: seen
        dataType: numerical
    mlHyperParameters:
      - name: eta
        value: "0.5"

    """

  private func prepared(
    _ line: OfficialClientLine
  ) async throws -> (catalog: SampleCatalog, project: Project) {
    let catalog = try await SampleCatalog(version: line.serverVersion)
    _ = try await OfficialClient(line, catalog.catalog).run("steward_model.py")
    return (catalog, try Project(Self.manifest))
  }

  @Test(
    "prose stays and is told, technical fields are the file's, and what it does not mention stays",
    arguments: OfficialClientLine.installed)
  func withoutBase(line: OfficialClientLine) async throws {
    let (catalog, project) = try await prepared(line)
    let checked = try await catalog.check(project)
    #expect(checked.outcome.status == .success, "\(checked.told)")
    #expect(checked.requests.writes == 0)
    let told = Set(
      checked.diagnostics.map { "\($0.code.rawValue) \($0.fieldPath ?? "")" })
    #expect(
      told == [
        // Prose that somebody else wrote is kept.
        "MLC403 description", "MLC403 mlFeatures[age].description",
        // What is technical is written, and the report says over whose value.
        "MLC406 algorithm", "MLC406 mlHyperParameters[eta].value",
      ], "\(checked.told)")
    let plan = try #require(checked.models[0].plan)
    #expect(
      Set(plan.changes.map(\.path.description)) == [
        "displayName", "algorithm", "target", "tags[PII.None]", "mlFeatures[seen].dataType",
        "mlHyperParameters[eta].value",
      ])
    #expect(Set(plan.kept.map(\.path.description)) == told.keptPaths)

    let published = try await catalog.publish(project)
    #expect(published.outcome.status == .success, "\(published.told)")
    let model = try await catalog.catalog.require(
      "GET", "mlmodels/name/Adopted.churn?fields=owners,tags")
    #expect(model["description"] == "What the steward wrote.")
    #expect(model["algorithm"] == "XGBoost")
    #expect(model["displayName"] == "Churn")
    #expect(model["target"] == "leaves")
    #expect(model["server"] == "https://models.example.com/churn")
    #expect(model["mlStore"]?["storage"] == "s3://models/churn")
    #expect(
      Set((model["tags"]?.array ?? []).compactMap { $0["tagFQN"]?.string })
        == ["PII.None", "Tier.Tier2"])
    let features = model["mlFeatures"]?.array ?? []
    #expect(Set(features.compactMap { $0["name"]?.string }) == ["age", "hand-made", "seen"])
    #expect(
      features.first { $0["name"] == "age" }?["description"] == "What the steward says of it")
    #expect(model["mlHyperParameters"]?.array?.count == 2)

    let again = try await catalog.publish(project)
    #expect(again.outcome.status == .success, "\(again.told)")
    #expect(again.requests.writes == 0)
  }

  @Test(
    "pulled before it is published, nothing of it is in question",
    arguments: OfficialClientLine.installed)
  func pulledFirst(line: OfficialClientLine) async throws {
    let (catalog, project) = try await prepared(line)
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let pulled = try await publisher.run("pull", "Adopted.churn")
    #expect(pulled.status == 0, "\(pulled.everything)")
    try project.write(pulled.output)
    let checked = try await catalog.check(project)
    #expect(checked.outcome.status == .success)
    #expect(checked.diagnostics.isEmpty, "\(checked.told)")
    #expect(checked.models[0].plan?.changes == [])
  }
}

extension Set<String> {
  /// The fields that a finding says are kept.
  fileprivate var keptPaths: Set<String> {
    Set(filter { $0.hasPrefix("MLC403 ") }.map { String($0.dropFirst("MLC403 ".count)) })
  }
}
