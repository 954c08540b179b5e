import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import TestSupport
import Testing

@testable import Reconciler

@Suite("What holds for every course of events")
struct PropertyTests {
  /// A manifest of random parts.
  private func manifest(_ random: inout SeededRandom) -> String {
    func maybe(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    var yaml = "name: churn\nalgorithm: \(maybe(["A", "B"]))\n"
    yaml += maybe(["", "description: D0\n", "description: D1\n"])
    yaml += maybe(["", "displayName: N0\n", "displayName: N1\n"])
    yaml += maybe(["", "tags: [PII.None]\n", "tags: [PII.None, PII.Sensitive]\n"])
    yaml += maybe(["", "tier: Tier.Tier1\n", "tier: Tier.Tier2\n"])
    yaml += maybe(["", "owners: [joe]\n", "owners: [joe, jane.doe]\n"])
    yaml += maybe(["", "mlStore: {storage: s3://a}\n", "mlStore: {imageRepository: r}\n"])
    yaml += maybe(["", "mlHyperParameters: [{name: p, value: 1}]\n"])
    var features = ""
    for name in ["f", "g"] where Bool.random(using: &random) {
      features += "  - name: \(name)\n    dataType: \(maybe(["numerical", "categorical"]))\n"
      features += maybe(["", "    description: F0\n", "    description: F1\n"])
      features += maybe(["", "    tags: [PII.None]\n"])
      let (table, column) =
        Bool.random(using: &random) ? ("orders", "order_id") : ("users", "premium")
      features += maybe([
        "",
        "    featureSources:\n      - name: \(column)\n"
          + "        dataSourceFqn: demo_pg.postgres.public.\(table)\n",
      ])
    }
    return yaml + (features.isEmpty ? "" : "mlFeatures:\n\(features)")
  }

  /// Somebody else changes something.
  private func edit(_ catalog: inout SmallCatalog, _ random: inout SeededRandom) {
    guard catalog.document != nil else { return }
    let text = JSON.string("E\(Int.random(in: 0..<3, using: &random))")
    let choice = Int.random(in: 0..<6, using: &random)
    catalog.edit { object in
      switch choice {
      case 0: object["description"] = text
      case 1: object["algorithm"] = text
      case 2:
        object.editEntry("f", of: "mlFeatures") { $0["description"] = text }
      case 3: object["tags"] = [TagLabel(tagFQN: "Team.Theirs").document]
      case 4: object["displayName"] = nil
      default: object["mlHyperParameters"] = [["name": "theirs", "value": text]]
      }
    }
  }

  @Test("publishing twice writes once", arguments: 0..<60)
  func idempotence(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var catalog = SmallCatalog()
    for _ in 0..<6 {
      let yaml = manifest(&random)
      let plan = try catalog.publish(yaml)
      let model = try #require(catalog.model)
      #expect(Verification.differences(plan, model: model).isEmpty, "seed \(seed)")
      #expect(Verification.differences(plan, edges: catalog.edges).isEmpty, "seed \(seed)")
      let again = try catalog.plan(yaml)
      #expect(again.changes.isEmpty, "seed \(seed): \(again.lines) after \(plan.lines)")
      #expect(again.write == .none)
      #expect(again.edges.allSatisfy { $0.action == .none })
      edit(&catalog, &random)
    }
  }

  @Test("no text that somebody else wrote is lost unsaid", arguments: 0..<60)
  func foreignTexts(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed) + 1000)
    var catalog = SmallCatalog()
    for _ in 0..<6 {
      try catalog.publish(manifest(&random))
      edit(&catalog, &random)
      let before = FieldValues(of: try #require(catalog.model))
      try catalog.publish(manifest(&random))
      let after = FieldValues(of: try #require(catalog.model))
      for (path, value) in before.leaves where path.kind == .prose {
        guard value.string?.hasPrefix("E") == true, after[path] != value else { continue }
        #expect(
          catalog.findings.items.contains { $0.fieldPath == path.description },
          "seed \(seed): \(path) lost \(value)")
      }
    }
  }

  @Test("the order of manifests changes nothing but the order of plans")
  func orderOfManifests() throws {
    let one = "name: churn\nalgorithm: A\ntags: [PII.None]\n"
    let two = "name: revenue\nalgorithm: B\nowners: [joe]\n"
    let forth = try SmallCatalog.desired(one + "---\n" + two)
    let back = try SmallCatalog.desired(two + "---\n" + one)
    func plan(_ desired: [DesiredModel]) throws -> PublicationPlan {
      var findings = DiagnosticList()
      let snapshot = try SmallCatalog().snapshot(for: desired)
      return Planner.plan(desired, snapshot, PlanOptions(), diagnostics: &findings)
    }
    let plans = (try plan(forth), try plan(back))
    #expect(plans.0.models.map(\.write) == plans.1.models.reversed().map(\.write))
    #expect(plans.0.services == plans.1.services)
    #expect(plans.0.services.count == 1)
  }
}
