import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("Publishing over what others made")
struct PublishingOverOthersTests {
  @Test("a removed feature goes with its edge, and with a note when somebody described it")
  func removedFeature() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { object in
      object.editEntry("last_update_bucket", of: "mlFeatures") { $0["description"] = "Better" }
    }
    let plan = try catalog.publish(Manifest(features: Manifest.premium).yaml)
    #expect(plan.changes.allSatisfy { $0.after == nil && $0.isBreaking })
    #expect(plan.changes.count == 6)
    #expect(catalog.codes == [.removedWithEdits])
    #expect(plan.edges.map(\.action) == [.remove, .none])
    #expect(catalog.edges.map(\.fromEntity.name) == ["users"])
  }

  @Test("a removed feature names the tags, types and sources that others gave it")
  func removedFeatureOfOthers() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { object in
      object.editEntry("last_update_bucket", of: "mlFeatures") { feature in
        feature["tags"] = [TagLabel(tagFQN: "PII.Sensitive").document]
        feature["featureAlgorithm"] = "Hashing"
        feature["featureSources"] = .array(
          (feature["featureSources"]?.array ?? []) + [["name": "by_hand", "dataType": "string"]])
      }
    }
    let edit = "by steward at 2025-11-13T02:15:20Z"
    try catalog.publish(Manifest(features: Manifest.premium).yaml)
    let feature = "mlFeatures[last_update_bucket]"
    #expect(
      catalog.findings.items.map(\.message).sorted() == [
        "`\(feature)` goes, and with it `\(feature).featureAlgorithm`, set to \"Hashing\" \(edit)",
        "`\(feature)` goes, and with it `\(feature).featureSources[by_hand]`, added \(edit)",
        "`\(feature)` goes, and with it `\(feature).tags[PII.Sensitive]`, added \(edit)",
      ])
  }

  @Test("a value that was never ours is overwritten with a note of whose it was")
  func overwrittenUnpublished() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.principal = Principal(name: "second-bot", isBot: true)
    let plan = try catalog.publish(
      Manifest(description: nil, algorithm: "LightGBM", features: "").yaml)
    #expect(plan.lines == [#"algorithm: "XGBoost" → "LightGBM""#])
    let finding = try #require(catalog.findings.items.first)
    #expect(finding.code == .overwrittenUnpublished)
    #expect(finding.message.contains("\"XGBoost\", set by publisher at 2025-"))
    #expect(finding.hint?.contains("ownership: {algorithm: catalog}") == true)
  }

  @Test("a history that does not reach back to the first version proves nothing to be ours")
  func historyCutOff() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { $0["description"] = "D1" }
    catalog.edit(by: "publisher") { $0["target"] = "churned" }
    catalog.history.removeLast(2)
    let plan = try catalog.plan(Manifest(description: "D2").yaml)
    #expect(plan.lines == [#"target: "churned" → –"#] || plan.changes.isEmpty)
    #expect(plan.kept.map(\.path.description) == ["description"])
    #expect(Set(catalog.codes) == [.keptUnpublished, .historyCutOff])
  }

  @Test("an edit is known through hundreds of versions that came after it")
  func longHistory() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { $0["description"] = "D1" }
    for number in 0..<300 {
      catalog.edit(by: number % 2 == 0 ? "publisher" : "joe") {
        $0["target"] = .string("T\(number)")
      }
    }
    let plan = try catalog.plan(Manifest(description: "D2").yaml)
    #expect(plan.conflicts.map(\.edit.updatedBy) == ["steward"])
    #expect(plan.changes.isEmpty, "the target is joe's now")
  }

  @Test("versions that came after the model was read are not looked at")
  func laterVersions() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    let read = catalog.document
    catalog.edit { $0["description"] = "D1" }
    catalog.document = read
    #expect(try catalog.plan(Manifest(description: "D2").yaml).conflicts.isEmpty)
    #expect(catalog.codes.isEmpty)
  }

  @Test("features and members that others made are carried over as they are")
  func foreignParts() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    let foreign: JSON = ["name": "theirs", "dataType": "numerical", "novel": [1, 2]]
    catalog.edit { object in
      object["mlFeatures"] = .array([foreign] + (object["mlFeatures"]?.array ?? []))
      object.editEntry("is_premium", of: "mlFeatures") { $0["novelToo"] = "x" }
    }
    let changed = Manifest.premium.split(separator: "categorical", omittingEmptySubsequences: false)
      .joined(separator: "numerical")
    let plan = try catalog.publish(Manifest(features: Manifest.lastUpdate + changed).yaml)
    #expect(plan.lines.count == 1)
    #expect(plan.changes.map(\.isBreaking) == [true])
    let features = catalog.document?["mlFeatures"]?.array ?? []
    #expect(features.first == foreign)
    #expect(features.last?["novelToo"] == "x")
    #expect(features.last?["dataType"] == "numerical")
  }

  @Test("a shared user has no base: nothing is removed, and one warning says what to do")
  func sharedPrincipal() throws {
    var catalog = SmallCatalog()
    catalog.principal = Principal(name: "admin", isBot: false)
    try catalog.publish(Manifest().yaml)
    let plan = try catalog.plan(Manifest(features: Manifest.premium).yaml)
    #expect(plan.write == .none)
    #expect(catalog.codes == [.sharedPrincipal])
    let finding = try #require(catalog.findings.items.first)
    #expect(finding.hint?.contains("bot") == true)
    // Of each model for which it matters, so that each can silence it.
    #expect(finding.model == SmallCatalog.name)
    #expect(finding.range?.description == "ml_model.yaml:1:7")
  }

  @Test("a feature that somebody removed is written back whole, with a note at its place")
  func featureTakenAway() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { object in
      object["mlFeatures"] = .array((object["mlFeatures"]?.array ?? []).suffix(1))
    }
    let plan = try catalog.plan(Manifest().yaml)
    #expect(plan.changes.count == 6)
    #expect(plan.changes.contains { $0.path.kind == .prose && $0.after == "How fresh" })
    #expect(catalog.codes == [.overwrittenEdit])
    #expect(catalog.findings.items.first?.range?.start.line == 6)
    #expect(
      catalog.findings.items.first?.message.hasPrefix(
        "`mlFeatures[last_update_bucket]`: the file wins over its removal by steward") == true)

    let kept = try catalog.plan(Manifest(extra: "ownership: {mlFeatures: catalog}").yaml)
    #expect(kept.changes.isEmpty)
    #expect(kept.kept.map(\.path.description) == ["mlFeatures[last_update_bucket]"])
    #expect(kept.edges.map(\.action) == [.remove, .none])
  }

  @Test("the sources of a feature that the file gives are those of the file, and that is said")
  func foreignSource() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    let foreign: JSON = ["name": "by_hand", "dataType": "string"]
    catalog.edit { object in
      object.editEntry("is_premium", of: "mlFeatures") { feature in
        feature["featureSources"] = .array((feature["featureSources"]?.array ?? []) + [foreign])
      }
    }
    let plan = try catalog.plan(Manifest().yaml)
    #expect(plan.lines.count == 2)
    #expect(plan.changes.allSatisfy { $0.after == nil })
    #expect(catalog.codes == [.overwrittenEdit])

    let owned = "ownership: {'mlFeatures[is_premium].featureSources': catalog}"
    #expect(try catalog.plan(Manifest(extra: owned).yaml).changes.isEmpty)
    #expect(catalog.codes == [.keptByOwnership])
  }

  @Test("a hyper-parameter follows the file, and others' parameters stay")
  func parameters() throws {
    var catalog = SmallCatalog()
    try catalog.publish(
      Manifest(extra: "mlHyperParameters: [{name: eta, value: 0.5, description: step}]").yaml)
    catalog.edit { object in
      let theirs: JSON = ["name": "theirs", "value": 1]
      object["mlHyperParameters"] = .array((object["mlHyperParameters"]?.array ?? []) + [theirs])
    }
    try catalog.publish(
      Manifest(extra: "mlHyperParameters: [{name: eta, value: 0.50, description: step}]").yaml)
    #expect(
      catalog.document?["mlHyperParameters"] == [
        ["name": "eta", "value": "0.50", "description": "step"], ["name": "theirs", "value": 1],
      ])
    try catalog.publish(Manifest().yaml)
    #expect(catalog.document?["mlHyperParameters"] == [["name": "theirs", "value": 1]])
  }

  @Test("a tag that the server only suggested is set once, in place of the suggestion")
  func suggestedTag() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { object in
      object["tags"] = [
        [
          "tagFQN": "PII.None", "source": "Classification", "labelType": "Manual",
          "state": "Suggested",
        ]
      ]
    }
    try catalog.publish(Manifest(extra: "tags: [PII.None]").yaml)
    #expect(catalog.document?["tags"] == [TagLabel(tagFQN: "PII.None").document])
  }
}
