import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("Publishing what has another shape in the catalog")
struct OtherShapesTests {
  @Test("an empty text in the catalog is no text of somebody's: the file's is written")
  func emptyDescription() throws {
    var catalog = SmallCatalog()
    catalog.principal = Principal(name: "connector", isBot: true)
    try catalog.publish(Manifest(description: nil).yaml)
    catalog.edit(by: "connector") { $0["description"] = "" }
    catalog.principal = Principal(name: "publisher", isBot: true)
    let plan = try catalog.publish(Manifest(description: "D0").yaml)
    #expect(plan.kept.isEmpty)
    #expect(catalog.document?["description"] == "D0")
  }

  @Test("a source without its table, that finding silenced, is written once and as it was planned")
  func silencedTable() throws {
    var catalog = SmallCatalog()
    catalog.tables = [SmallCatalog.orders]
    let first = try catalog.publish(Manifest().yaml)
    #expect(Verification.differences(first, model: try #require(catalog.model)).isEmpty)
    let again = try catalog.plan(Manifest().yaml)
    #expect(again.write == .none, "\(again.lines)")
    #expect(catalog.codes == [.tableNotFound])
  }

  @Test("a table found under another spelling is the source that the model has already")
  func otherSpelling() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    let desired = try SmallCatalog.desired(
      Manifest().yaml.replacing("public.users", with: "PUBLIC.users"))
    var snapshot = try catalog.snapshot(for: desired)
    snapshot.tables["demo_pg.postgres.PUBLIC.users"] = .found(SmallCatalog.users)
    var findings = DiagnosticList()
    let plan = Planner.plan(desired, snapshot, PlanOptions(), diagnostics: &findings)
    #expect(plan.models.first?.write == ModelWrite.none, "\(plan.models.map(\.lines))")
  }

  @Test("a tier in needless quotes is the tier")
  func quotedTier() throws {
    var catalog = SmallCatalog()
    let plan = try catalog.publish(Manifest(extra: "tier: Tier.\"Tier1\"").yaml)
    #expect(plan.lines.contains(#"tier: – → "Tier.Tier1""#), "\(plan.lines)")
  }

  @Test("the bare edge of a feature that a steward added stays, though we wrote that feature back")
  func stewardsEdge() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest(features: Manifest.lastUpdate)
    try catalog.publish(manifest.yaml)
    catalog.edit { object in
      let source: JSON = [
        "name": "total_orders", "dataSource": SmallCatalog.users.reference.document,
      ]
      let theirs: JSON = [
        "name": "theirs", "dataType": "numerical", "featureSources": [source],
      ]
      object["mlFeatures"] = .array((object["mlFeatures"]?.array ?? []) + [theirs])
    }
    catalog.edges.append(
      LineageEdge(
        fromEntity: SmallCatalog.users.reference, toEntity: "id-of-the-model", details: nil))
    manifest.algorithm = "LightGBM"
    try catalog.publish(manifest.yaml)
    let again = try catalog.publish(manifest.yaml)
    #expect(again.edges.allSatisfy { $0.action == .none }, "\(again.edges.map(\.action))")
    #expect(catalog.edges.count == 2)
  }

  @Test("a table made anew is one change, told by its name, and its edge is drawn anew")
  func madeAnew() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    var users = SmallCatalog.users
    users.id = "id-of-the-new-table"
    catalog.tables = [SmallCatalog.orders, users]
    let plan = try catalog.publish(Manifest().yaml)
    let change = try #require(plan.changes.first)
    #expect(plan.changes.count == 1, "\(plan.lines)")
    #expect(change.before?["id"] == "id-of-users")
    #expect(change.after?["id"] == "id-of-the-new-table")
    #expect(change.after?["fullyQualifiedName"] == .string(users.fullyQualifiedName))
    let again = try catalog.publish(Manifest().yaml)
    #expect(again.write == .none)
    #expect(again.edges.map(\.action) == [EdgePlan.Action.none, .none])
  }

  @Test(
    "each owner, tier, store and parameter that the file moves to is written once",
    arguments: [
      "owners: [jane.doe]\ntier: Tier.Tier1",
      "owners: [\"team:Data Science\"]\ntier: Tier.Tier2",
      "owners: [joe, jane.doe@example.com]\ntags: [Tier.Tier1, PII.None]",
      "owners: []\ntags: []\ntier:", "mlStore: {storage: a, imageRepository: b}", "mlStore:",
      "mlStore: {storage: }", "mlHyperParameters: []", "mlHyperParameters: [{name: a, value: 1}]",
      "",
    ])
  func settles(_ extra: String) throws {
    var catalog = SmallCatalog()
    let before = "owners: [joe]\ntags: [PII.Sensitive]\ntier: Tier.Tier1\nmlStore: {storage: x}"
    try catalog.publish(Manifest(extra: before).yaml)
    let plan = try catalog.publish(Manifest(extra: extra).yaml)
    #expect(!catalog.findings.contains(atLeast: .error), "\(catalog.codes)")
    #expect(Verification.differences(plan, model: try #require(catalog.model)).isEmpty)
    let again = try catalog.plan(Manifest(extra: extra).yaml)
    #expect(again.write == .none, "\(again.lines)")
  }

  @Test("a service of another type is a warning on its name, for a new model and for an old one")
  func serviceOfConnector() throws {
    var catalog = SmallCatalog()
    let yaml = "serviceName: flow\nname: churn\nalgorithm: XGBoost\n"
    catalog.services = [MlModelService(id: "s", name: "flow", serviceType: "Mlflow")]
    try catalog.publish(yaml)
    #expect(catalog.codes == [.serviceOfConnector])
    #expect(catalog.findings.items.first?.range?.start == Position(line: 1, column: 14))
    catalog.edit(by: "publisher") { $0["serviceType"] = "Mlflow" }
    _ = try catalog.plan(yaml)
    #expect(catalog.codes == [.serviceOfConnector])
  }

  @Test("a connector that undoes our writing twice is named; one edit of a steward is not")
  func connector() throws {
    var catalog = SmallCatalog()
    var manifest = Manifest()
    for round in 1...3 {
      manifest.algorithm = "XGBoost \(round)"
      try catalog.publish(manifest.yaml)
      #expect(catalog.codes.contains(.rewrittenByOthers) == (round == 3), "\(round)")
      catalog.edit(by: "connector") { $0["algorithm"] = "mlmodel" }
    }
    var stewarded = SmallCatalog()
    try stewarded.publish(Manifest().yaml)
    stewarded.edit { $0["algorithm"] = "Better" }
    _ = try stewarded.plan(Manifest().yaml)
    #expect(!stewarded.codes.contains(.rewrittenByOthers))
  }

  @Test(
    "a source that a steward added stays where the catalog owns the sources, and is told as there")
  func ownedSource() throws {
    var catalog = SmallCatalog()
    let manifest = Manifest(
      extra: "ownership: {'mlFeatures[is_premium].featureSources': catalog}",
      features: Manifest.premium)
    try catalog.publish(manifest.yaml)
    catalog.edit { object in
      object.editEntry("is_premium", of: "mlFeatures") { feature in
        let theirs: JSON = [
          "name": "user_id", "dataSource": SmallCatalog.orders.reference.document,
        ]
        feature["featureSources"] = .array((feature["featureSources"]?.array ?? []) + [theirs])
      }
    }
    let plan = try catalog.publish(manifest.yaml)
    #expect(plan.write == .none, "\(plan.lines)")
    #expect(plan.kept.map(\.value) == [true])
    #expect(catalog.findings.items.first?.message.contains("keeps the entry") == true)
  }

  @Test("words in hints are quoted only when a shell or YAML needs it")
  func quoting() {
    let plain = FieldPath("mlStore").member("storage")
    #expect(plain.shellWord == "mlStore.storage")
    #expect(plain.yamlKey == "mlStore.storage")
    let inner = FieldPath("mlFeatures").element("it's").member("description")
    #expect(inner.shellWord == #"'mlFeatures[it'\''s].description'"#)
    #expect(inner.yamlKey == "'mlFeatures[it''s].description'")
  }
}
