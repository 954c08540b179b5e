import JSONDocuments
import Publishing
import Reconciler
import Testing

@Suite("A change of the manifest is written once", .timeLimit(.minutes(2)))
struct SettlingTests {
  /// A piece of the manifest and what stands there instead.
  struct Change: Sendable, CustomStringConvertible {
    let description: String
    let old: String
    let new: String
  }

  static let changes = [
    Change(
      description: "no description any more",
      old: "description: |\n  Predicts the revenue of restaurants.\n", new: "description:\n"),
    Change(
      description: "an empty description",
      old: "description: |\n  Predicts the revenue of restaurants.\n", new: "description: \"\"\n"),
    Change(
      description: "names and addresses", old: "target: expected_time\n",
      new: "displayName: Revenue\nserver: http://x.example/y\nsourceUrl: http://x.example/z\n"),
    Change(
      description: "a renamed feature with an odd name", old: "- name: is_premium",
      new: "- name: \"is.premium/é%20 [x] * it's\""),
    Change(
      description: "a source moved to another table",
      old:
        "premium\n        dataType: boolean\n        dataSourceFqn: demo_pg.postgres.public.users",
      new:
        "rating\n        dataType: integer\n        dataSourceFqn: demo_pg.postgres.public.restaurants"
    ),
    Change(
      description: "a source without a table",
      old: "boolean\n        dataSourceFqn: demo_pg.postgres.public.users", new: "boolean"),
    Change(
      description: "half a store", old: "imageRepository: https://registry.example/revenue",
      new: "imageRepository:"),
    Change(
      description: "no store",
      old:
        "mlStore:\n  storage: s3://models/revenue.pkl\n"
        + "  imageRepository: https://registry.example/revenue\n", new: "mlStore:\n"),
    Change(
      description: "a feature's algorithm taken away", old: "featureAlgorithm: PCA",
      new: "featureAlgorithm: ~"),
    Change(
      description: "labels and an owner", old: "target: expected_time\n",
      new: "tags: [PII.Sensitive]\ntier: Tier.Tier1\nowners: [admin]\n"),
    Change(
      description: "labels inside", old: "      - name: premium\n",
      new: "      - name: premium\n        tags: [PII.Sensitive]\n        description: Paid\n"),
    Change(
      description: "a column that is not there", old: "- name: rating", new: "- name: rat.ing"),
  ]

  @Test("there and back, on both lines", arguments: changes, ["1.5.10", "2.0.1"])
  func settles(_ change: Change, _ version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    let project = try Project()
    _ = try await catalog.publish(project)
    try project.replace(change.old, with: change.new)
    try await expectOneWrite(project, catalog)
    try project.replace(change.new, with: change.old)
    try await expectOneWrite(project, catalog)
  }

  @Test(
    "all that the file no longer gives goes, and comes back", arguments: ["mlFeatures: []", ""])
  func bare(_ features: String) async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    _ = try await catalog.publish(project)
    try project.write("name: Revenue Predictions\nalgorithm: XGBoost\n\(features)\n")
    try await expectOneWrite(project, catalog)
    #expect(try await catalog.model()["mlFeatures"]?.array?.isEmpty != false)
    try project.write(Project.manifest)
    try await expectOneWrite(project, catalog)
  }

  @Test("models of odd names share one new service")
  func oddNames() async throws {
    let catalog = try await SampleCatalog()
    let names = ["a.b", "a/b", "a b%", "é'x", "a\\\\b", "x..y", "a?b#c", "+&="]
    let documents = names.map { name in
      """
      serviceName: My.Service/1
      name: "\(name)"
      algorithm: A
      mlFeatures:
        - name: f.1
          dataType: numerical
          featureSources:
            - {name: rating, dataSourceFqn: demo_pg.postgres.public.restaurants}

      """
    }
    let project = try Project(documents.joined(separator: "---\n"))
    let first = try await catalog.publish(project)
    #expect(first.outcome.status == .success, "\(first.told)")
    #expect(first.requests.writes == 1 + 2 * names.count)
    let second = try await catalog.publish(project)
    #expect(second.outcome.status == .success, "\(second.told)")
    #expect(second.requests.writes == 0)
  }

  private func expectOneWrite(_ project: Project, _ catalog: SampleCatalog) async throws {
    let first = try await catalog.publish(project)
    #expect(first.outcome.status == .success, "\(first.told)")
    #expect(first.requests.writes > 0)
    let second = try await catalog.publish(project)
    #expect(second.outcome.status == .success, "\(second.told)")
    #expect(second.requests.writes == 0, "\(second.models.map { $0.plan?.changes ?? [] })")
  }
}
