import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("Publishing again")
struct PublishingAgainTests {
  @Test("a steward's text taken into the file as a block ends the conflict without a write")
  func blockText() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest()
    try catalog.publish(manifest.yaml)
    catalog.edit { $0["description"] = "D1" }

    manifest.description = "|\n  D1"
    let plan = try catalog.publish(manifest.yaml)
    #expect(plan.write == .none)
    #expect(plan.conflicts.isEmpty && plan.kept.isEmpty && plan.changes.isEmpty)
    #expect(catalog.codes.isEmpty)
  }

  @Test("the hint of a kept text says to take it into the file when the catalog owns the field")
  func hintOfOwned() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest()
    manifest.extra = "ownership: {description: catalog}"
    try catalog.publish(manifest.yaml)
    catalog.edit { $0["description"] = "D1" }
    try catalog.publish(manifest.yaml)
    #expect(catalog.findings.items.map(\.hint) == ["take it into the file"])
  }

  @Test("the hint of an overwritten algorithm says how to keep the catalog's")
  func hintOfOverwritten() throws {
    var catalog = SmallCatalog()
    let manifest = Manifest()
    try catalog.publish(manifest.yaml)
    catalog.edit { $0["algorithm"] = "LightGBM" }
    try catalog.publish(manifest.yaml)
    #expect(
      catalog.findings.items.map(\.hint)
        == ["take it into the file, or set ownership: {algorithm: catalog}"])
  }

  @Test("an editor that drops the line end of a block is not an edit")
  func droppedLineEnd() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest()
    manifest.description = "|\n  D0"
    try catalog.publish(manifest.yaml)
    #expect(catalog.document?["description"] == "D0\n")
    catalog.edit { $0["description"] = "D0" }
    #expect(try catalog.publish(manifest.yaml).write == .none)
    #expect(catalog.codes.isEmpty)

    manifest.description = "D2"
    #expect(try catalog.publish(manifest.yaml).conflicts.isEmpty)
    #expect(catalog.document?["description"] == "D2")
  }

  @Test("a steward's description survives a new algorithm, and the run after it writes nothing")
  func stewardsDescription() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest()
    try catalog.publish(manifest.yaml)
    catalog.edit { $0["description"] = "D1" }

    let kept = try catalog.publish(manifest.yaml)
    #expect(kept.write == .none)
    #expect(kept.kept.map(\.edit?.updatedBy) == ["steward"])
    #expect(catalog.codes == [.keptEdit])

    manifest.algorithm = "LightGBM"
    let changed = try catalog.publish(manifest.yaml)
    #expect(changed.lines == [#"algorithm: "XGBoost" → "LightGBM""#])
    #expect(changed.versionAfter?.lexeme == "1.2")
    #expect(changed.isBreaking)

    let again = try catalog.publish(manifest.yaml)
    #expect(again.write == .none)
    #expect(again.kept.count == 1)
    #expect(catalog.document?["description"] == "D1")
  }

  @Test("a text changed on both sides is a conflict with three ways out, and the rest is written")
  func conflict() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest()
    try catalog.publish(manifest.yaml)
    catalog.edit { $0["description"] = "theirs" }
    manifest.description = "ours"
    manifest.extra = "target: churned"
    let plan = try catalog.publish(manifest.yaml)

    #expect(plan.lines == [#"target: – → "churned""#])
    #expect(plan.conflicts.map(\.path.description) == ["description"])
    let finding = try #require(catalog.findings.items.first { $0.code == .conflict })
    #expect(finding.severity == .error)
    for part in ["description", "steward at 2025-", "\"theirs\"", "\"ours\""] {
      #expect(finding.message.contains(part))
    }
    for part in ["into the file", "--force", "ownership"] {
      #expect(finding.hint?.contains(part) == true)
    }
    #expect(finding.range?.start == Position(line: 3, column: 14))
    #expect(catalog.document?["description"] == "theirs")

    var options = PlanOptions()
    options.force = [try FieldPathPattern(parsing: "description")]
    let forced = try catalog.publish(manifest.yaml, options)
    #expect(forced.lines == [#"description: "theirs" → "ours""#])
    #expect(catalog.codes == [.overwrittenEdit])
  }

  @Test("a technical edit is overwritten with a note, and kept when the catalog owns the field")
  func technicalEdit() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest()
    try catalog.publish(manifest.yaml)
    catalog.edit { $0["algorithm"] = "mlmodel" }
    let plan = try catalog.plan(manifest.yaml)
    #expect(plan.lines == [#"algorithm: "mlmodel" → "XGBoost""#])
    #expect(catalog.codes == [.overwrittenEdit])

    manifest.algorithm = "LightGBM"
    manifest.extra = "ownership: {algorithm: catalog}"
    #expect(try catalog.plan(manifest.yaml).changes.isEmpty)
    #expect(catalog.codes == [.keptByOwnership])
  }

  @Test("a model made by hand keeps its texts and takes the file's technical values")
  func adoption() throws {
    var catalog = SmallCatalog()
    catalog.document = [
      "id": "id-of-the-model", "name": "churn", "fullyQualifiedName": "CustomMLService.churn",
      "version": .number(JSONNumber(lexeme: "0.0")), "algorithm": "SVM", "description": "by hand",
    ]
    catalog.edit(by: "steward") { $0["target"] = "x" }
    let plan = try catalog.publish(Manifest().yaml)
    #expect(plan.changes.contains { $0.path.description == "algorithm" && $0.after == "XGBoost" })
    #expect(plan.kept.map(\.path.description) == ["description"])
    #expect(Set(catalog.codes) == [.keptUnpublished, .overwrittenUnpublished])
    #expect(catalog.document?["target"] == "x")
  }

  @Test("what the file no longer gives is removed when it is ours, and stays when it was edited")
  func noLongerGiven() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest()
    try catalog.publish(manifest.yaml)
    manifest.description = nil
    #expect(try catalog.plan(manifest.yaml).lines == [#"description: "D0" → –"#])
    catalog.edit { $0["description"] = "D1" }
    #expect(try catalog.plan(manifest.yaml).changes.isEmpty)
  }

  @Test("an explicitly empty description removes even an edited one, and says so")
  func explicitlyEmpty() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest()
    try catalog.publish(manifest.yaml)
    catalog.edit { $0["description"] = "D1" }
    manifest.description = "null"
    let plan = try catalog.publish(manifest.yaml)
    #expect(plan.lines == [#"description: "D1" → –"#])
    #expect(catalog.codes == [.overwrittenEdit])
    #expect(catalog.document?["description"] == nil)
  }

  @Test("tags merge by member: ours come and go, others' stay, and what they took away stays away")
  func tags() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest(extra: "tags: [PII.Sensitive]")
    try catalog.publish(manifest.yaml)
    let foreign = TagLabel(tagFQN: "Team.Theirs").document
    catalog.edit { $0["tags"] = .array(($0["tags"]?.array ?? []) + [foreign]) }

    manifest.extra = "tags: [PII.None]"
    let plan = try catalog.publish(manifest.yaml)
    #expect(
      plan.lines == [
        #"tags[PII.None]: – → "PII.None""#, #"tags[PII.Sensitive]: "PII.Sensitive" → –"#,
      ])
    #expect(
      catalog.document?["tags"]?.array?.map { $0["tagFQN"]?.string }
        == ["Team.Theirs", "PII.None"])

    catalog.edit { $0["tags"] = .array([foreign]) }
    let kept = try catalog.plan(manifest.yaml)
    #expect(kept.changes.isEmpty)
    #expect(kept.kept.map(\.path.description) == ["tags[PII.None]"])

    manifest.extra = "tags: [PII.None]\nownership: {tags: manifest}"
    #expect(
      try catalog.plan(manifest.yaml).lines == [
        #"tags[PII.None]: – → "PII.None""#, #"tags[Team.Theirs]: "Team.Theirs" → –"#,
      ])
  }

  @Test("another tier takes the place of the one that is there")
  func tier() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest(extra: "tier: Tier.Tier1\ntags: [PII.None]").yaml)
    let plan = try catalog.publish(Manifest(extra: "tier: Tier.Tier2\ntags: [PII.None]").yaml)
    #expect(plan.lines == [#"tier: "Tier.Tier1" → "Tier.Tier2""#])
    let tags = catalog.document?["tags"]?.array?.compactMap { $0["tagFQN"]?.string } ?? []
    #expect(tags.sorted() == ["PII.None", "Tier.Tier2"])
  }

  @Test("labels that the server derived and inherited owners are no differences")
  func serversOwn() throws {
    var catalog = SmallCatalog()
    let manifest = Manifest(extra: "tags: [PII.None]\nowners: [jane.doe]")
    try catalog.publish(manifest.yaml)
    catalog.edit { object in
      let derived: JSON = [
        "tagFQN": "PII.Derived", "source": "Classification", "labelType": "Derived",
        "state": "Confirmed",
      ]
      object["tags"] = .array((object["tags"]?.array ?? []) + [derived])
      let inherited: JSON = ["id": "i", "type": "team", "name": "Ops", "inherited": true]
      object["owners"] = .array((object["owners"]?.array ?? []) + [inherited])
    }
    #expect(try catalog.plan(manifest.yaml).write == .none)
    let joined = try catalog.plan(
      Manifest(extra: "tags: [PII.None]\nowners: [jane.doe, joe]").yaml)
    guard case .patch(let patch) = joined.write else {
      Issue.record("nothing is written")
      return
    }
    #expect(patch.operations.map(\.member) == ["owners"])
    #expect(patch.operations[0].value?.array?.count == 2)
  }
}
