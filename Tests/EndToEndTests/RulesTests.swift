import Diagnostics
import JSONDocuments
import Publishing
import TestSupport
import Testing

@Suite("What a project demands of its models", .timeLimit(.minutes(5)))
struct RulesTests {
  private static let manifest = """
    name: Revenue Predictions
    algorithm: XGBoost
    description: TODO
    mlFeatures:
      - name: is_premium
        dataType: categorical
        featureSources:
          - {name: premium, dataSourceFqn: demo_pg.postgres.public.users}

    """

  /// A catalog whose column `premium` is tagged, with the table's status on lines that have one.
  private func catalog(_ version: String) async throws -> SampleCatalog {
    let catalog = try await SampleCatalog(version: version)
    let table = "tables/name/demo_pg.postgres.public.users"
    let document = try await catalog.catalog.require("GET", "\(table)?fields=columns")
    let columns = document["columns"]?.array ?? []
    let index = try #require(columns.firstIndex { $0["name"] == "premium" })
    let label: JSON = [
      "tagFQN": "PII.Sensitive", "source": "Classification", "labelType": "Manual",
      "state": "Confirmed",
    ]
    var operations: [JSON] = [
      ["op": "add", "path": .string("/columns/\(index)/tags"), "value": [label]]
    ]
    if version != "1.5.10" {
      operations.append(["op": "add", "path": "/entityStatus", "value": "Deprecated"])
    }
    try await catalog.catalog.require(
      "PATCH", "tables/\(document["id"]?.string ?? "")", .array(operations))
    return catalog
  }

  @Test(
    "rules are off until the project config turns them on; what it demands blocks the model",
    arguments: ["1.5.10", "1.12.0", "2.0.7"])
  func rules(version: String) async throws {
    let catalog = try await catalog(version)
    let project = try Project(Self.manifest)
    let isDeprecated: [DiagnosticCode] = version == "1.5.10" ? [] : [.sourceTableDeprecated]
    let off = try await catalog.check(project)
    #expect(off.outcome.status == .success, "\(off.told)")
    #expect(off.diagnostics.map(\.code) == isDeprecated)

    try project.write(
      "rules: {require: [owner, description, tier], sensitiveTags: [PII.*]}\n",
      to: "mlcatalog.yaml")
    let refused = try await catalog.publish(project)
    #expect(refused.outcome.status == .findings, "\(refused.told)")
    let demanded: Set<DiagnosticCode> = [
      .ownerRequired, .descriptionPlaceholder, .tierRequired, .sensitiveTagMissing,
    ]
    #expect(Set(refused.diagnostics.map(\.code)) == demanded.union(isDeprecated), "\(refused.told)")
    #expect(refused.requests.writes == 0)

    try project.write(
      Self.manifest.replacing("TODO", with: "Who buys\ntier: Tier.Tier2\nowners: [admin]")
        + "suppress:\n  - {code: MLC289, path: 'mlFeatures[is_premium]', reason: only yes or no}\n")
    let published = try await catalog.publish(project)
    #expect(published.outcome.status == .success, "\(published.told)")
    #expect(published.diagnostics.filter { !$0.suppressed }.map(\.code) == isDeprecated)
  }

  @Test("from the lock the rules find the same, without a server", arguments: ["1.5.10", "2.0.7"])
  func offline(version: String) async throws {
    let catalog = try await catalog(version)
    let project = try Project(Self.manifest)
    try project.write(
      "rules: {require: [owner, description, tier], sensitiveTags: [PII.*]}\n",
      to: "mlcatalog.yaml")
    let online = try await catalog.check(project).diagnostics.map(\.code.rawValue)
    #expect(online.contains("MLC289"))
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let locked = try await publisher.run("lock")
    #expect(locked.status == 0, "\(locked.everything)")
    let run = try await PublisherProcess(project).run(
      "publish", "--check", "--offline", "--format", "json")
    let findings = try JSON(parsing: run.output)["diagnostics"]?.array ?? []
    #expect(findings.compactMap { $0["code"]?.string } == online, "\(run.everything)")
    #expect(run.status == 1)
  }

  @Test("severity of the project config decides how much a rule matters")
  func severity() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project("name: Revenue Predictions\nalgorithm: A\n")
    try project.write(
      "rules: {require: [owner, tier]}\nseverity: {MLC274: warning, MLC277: off}\n",
      to: "mlcatalog.yaml")
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .success, "\(result.told)")
    #expect(result.diagnostics.map(\.code) == [.ownerRequired])
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }
}
