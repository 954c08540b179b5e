import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import TestSupport
import Testing

@testable import Reconciler

@Suite("The plan for a model")
struct ModelPlanTests {
  @Test("a new model is created with what the plan shows and nothing else")
  func creation() throws {
    var catalog = SmallCatalog()
    let plan = try catalog.plan(
      Manifest(
        extra: "mlStore: {storage: s3://b/m.pkl}\nmlHyperParameters: [{name: eta, value: 0.50}]",
        features: Manifest.premium
      ).yaml)
    #expect(plan.action == .create)
    #expect(plan.versionBefore == nil)
    #expect(plan.versionAfter?.lexeme == "0.1")
    #expect(!plan.isBreaking)
    #expect(
      plan.lines == [
        #"description: – → "D0""#, #"algorithm: – → "XGBoost""#,
        #"mlStore.storage: – → "s3://b/m.pkl""#,
        #"mlFeatures[is_premium].dataType: – → "categorical""#,
        "mlFeatures[is_premium].featureSources[demo_pg.postgres.public.users.premium].name: – → "
          + #""premium""#,
        "mlFeatures[is_premium].featureSources[demo_pg.postgres.public.users.premium].dataType: – "
          + #"→ "boolean""#,
        "mlFeatures[is_premium].featureSources[demo_pg.postgres.public.users.premium].dataSource: "
          + #"– → {"id":"id-of-users","type":"table","#
          + #""fullyQualifiedName":"demo_pg.postgres.public.users"}"#,
        #"mlHyperParameters[eta].value: – → "0.50""#,
      ])
    #expect(
      plan.write
        == .create([
          "name": "churn", "service": "CustomMLService", "description": "D0",
          "algorithm": "XGBoost", "mlStore": ["storage": "s3://b/m.pkl"],
          "mlFeatures": [
            [
              "name": "is_premium", "dataType": "categorical",
              "featureSources": [
                [
                  "name": "premium", "dataType": "boolean",
                  "dataSource": [
                    "id": "id-of-users", "type": "table", "name": "users",
                    "fullyQualifiedName": "demo_pg.postgres.public.users",
                  ],
                ]
              ],
            ]
          ],
          "mlHyperParameters": [["name": "eta", "value": "0.50"]],
        ]))
    let description = try #require(plan.changes.first)
    #expect(description.origin.description == "ml_model.yaml:3:14")
  }

  @Test("a service name with a dot is quoted in the request, and not in the plan")
  func quotedService() throws {
    var catalog = SmallCatalog()
    let plan = try catalog.plan("serviceName: my.service\nname: churn\nalgorithm: X\n")
    #expect(plan.serviceName == "my.service")
    #expect(plan.fullyQualifiedName == #""my.service".churn"#)
    guard case .create(let body) = plan.write else {
      Issue.record("nothing is created")
      return
    }
    #expect(body["service"] == #""my.service""#)
  }

  @Test("a change is one patch of top-level members in a stable order")
  func patch() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest(extra: "target: churned\ntags: [PII.None]").yaml)
    let plan = try catalog.plan(
      Manifest(description: "D9", extra: "displayName: Churn\ntags: []").yaml)
    guard case .patch(let patch) = plan.write else {
      Issue.record("nothing is patched")
      return
    }
    #expect(patch.operations.map(\.member) == ["displayName", "description", "target", "tags"])
    #expect(patch.operations.map(\.group) == [.displayName, .description, .core, .tags])
    #expect(patch.operations.map(\.value) == ["Churn", "D9", nil, []])
    #expect(plan.versionAfter?.lexeme == "1.1")
  }

  @Test("a swapped source table is breaking, another column of the same table is not")
  func swappedTable() throws {
    var catalog = SmallCatalog()
    catalog.tables.append(SmallCatalog.table("orders_2", [("last_update", "TIMESTAMPZ")]))
    try catalog.publish(Manifest().yaml)
    func features(_ part: String, _ other: String) -> String {
      Manifest.lastUpdate.split(separator: part).joined(separator: other) + Manifest.premium
    }
    let swapped = try catalog.plan(
      Manifest(features: features("public.orders", "public.orders_2")).yaml)
    #expect(swapped.isBreaking)
    #expect(swapped.versionAfter?.lexeme == "0.2")
    let column = try catalog.plan(
      Manifest(features: features("name: last_update\n", "name: created_at\n")).yaml)
    #expect(!column.changes.isEmpty)
    #expect(!column.isBreaking)
  }

  @Test("a missing service is created, with a warning when one has nearly its name")
  func services() throws {
    var catalog = SmallCatalog()
    catalog.services = [
      MlModelService(id: "s", name: "CustomMLServise", serviceType: "CustomMlModel")
    ]
    let desired = try SmallCatalog.desired(Manifest().yaml)
    let snapshot = try catalog.snapshot(for: desired)
    var findings = DiagnosticList()
    let plan = Planner.plan(desired, snapshot, PlanOptions(), diagnostics: &findings)
    #expect(plan.services.map(\.action) == [.create])
    #expect(plan.services.first?.request?["serviceType"] == "CustomMlModel")
    #expect(findings.items.map(\.code) == [.similarService])

    catalog.services = [
      MlModelService(
        id: "s", name: "CustomMLService", serviceType: "CustomMlModel", isDeleted: true)
    ]
    _ = try catalog.plan(Manifest().yaml)
    #expect(catalog.codes == [.serviceDeleted])
  }

  @Test("with --restore a deleted model and its service come back, and the plan shows what changes")
  func restored() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { $0["deleted"] = true }
    catalog.services = [
      MlModelService(
        id: "s", name: "CustomMLService", serviceType: "CustomMlModel", isDeleted: true)
    ]
    var options = PlanOptions()
    options.restoresDeleted = true
    let desired = try SmallCatalog.desired(Manifest(algorithm: "LightGBM").yaml)
    let snapshot = try catalog.snapshot(for: desired, options)
    var findings = DiagnosticList()
    let plan = Planner.plan(desired, snapshot, options, diagnostics: &findings)
    #expect(findings.items.map(\.message) == [])
    #expect(plan.services.map(\.action) == [.restore])
    #expect(plan.services.first?.request == ["id": "s"])
    let model = try #require(plan.models.first)
    #expect(model.action == .restore)
    guard case .restore(let id, let patch) = model.write else {
      Issue.record("it is not restored: \(model.write)")
      return
    }
    #expect(id == "id-of-the-model")
    #expect(patch?.operations.map(\.member) == ["algorithm"])
    #expect(model.lines == ["algorithm: \"XGBoost\" → \"LightGBM\""])
    #expect(model.versionBefore?.lexeme == "0.2")
    #expect(model.versionAfter?.lexeme == "1.3")
  }

  @Test("a service that has another type than the manifest says is told where that is said")
  func serviceTypes() throws {
    func finding(_ marked: String, existing: String) throws -> Diagnostic {
      var catalog = SmallCatalog()
      catalog.services = [MlModelService(id: "s", name: "Own", serviceType: existing)]
      let text = try MarkedText("name: churn\nalgorithm: A\n" + marked)
      _ = try catalog.plan(text.text)
      let finding = try #require(catalog.findings.items.first)
      #expect(catalog.findings.items.count == 1)
      let range = try text.range(of: "x")
      #expect(finding.range == range)
      return finding
    }
    let differs = try finding(
      "service: {name: Own, serviceType: ⟦x⟧Sklearn⟦/x⟧}\n", existing: "Mlflow")
    #expect(differs.code == .serviceTypeDiffers)
    #expect(differs.message == "the service `Own` is of the type Mlflow, not Sklearn")
    #expect(
      try finding("service: {name: ⟦x⟧Own⟦/x⟧, serviceType: Mlflow}\n", existing: "Mlflow").code
        == .serviceOfConnector)
    #expect(
      try finding("serviceName: ⟦x⟧Own⟦/x⟧\n", existing: "Mlflow").code == .serviceOfConnector)
  }

  @Test("a new service under the name of the tables' service is a warning")
  func databaseServiceName() throws {
    var catalog = SmallCatalog()
    let plan = try catalog.plan("serviceName: demo_pg\n" + Manifest().yaml)
    #expect(catalog.codes == [.databaseServiceName])
    #expect(plan.action == .create)
  }

  @Test("a deleted model, one that may not be seen, and one without a writable name are blocked")
  func blocked() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { $0["deleted"] = true }
    #expect(try catalog.plan(Manifest().yaml).action == .blocked)
    #expect(catalog.codes == [.modelDeleted])

    let desired = try SmallCatalog.desired(Manifest().yaml)
    var snapshot = try SmallCatalog().snapshot(for: desired)
    snapshot.models[SmallCatalog.name] = .forbidden("no")
    var findings = DiagnosticList()
    let plan = Planner.plan(desired, snapshot, PlanOptions(), diagnostics: &findings)
    #expect(plan.models.map(\.action) == [.blocked])
    #expect(findings.items.map(\.code) == [.modelForbidden])

    _ = try catalog.plan("name: 'chu\"rn'\nalgorithm: X\n")
    #expect(catalog.codes == [.nameNotWritable])
  }

  @Test("an unchanged model asks for its edges only; blame is asked for where something differs")
  func followUpKeys() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    func keys(_ yaml: String) throws -> CatalogKeys {
      let desired = try SmallCatalog.desired(yaml)
      return Planner.followUpKeys(desired, try catalog.snapshot(for: desired), PlanOptions())
    }
    #expect(try keys(Manifest().yaml).history.isEmpty)
    #expect(try keys(Manifest().yaml).edges == [SmallCatalog.name])
    #expect(try keys(Manifest(description: "D9").yaml).history == [SmallCatalog.name])
    #expect(try keys(Manifest(description: nil).yaml).history == [SmallCatalog.name])
    #expect(try !keys(Manifest().yaml).services)
  }

  @Test("a version goes up by a tenth, or by one, and keeps one digit")
  func versions() {
    func next(_ lexeme: String, _ path: String) -> String {
      let change = FieldChange(
        path: FieldPath(path), before: nil, after: "x", origin: .builtIn, isBreaking: false)
      return ModelVersion.next(after: JSONNumber(lexeme: lexeme), changes: [change]).lexeme
    }
    #expect(next("0.1", "description") == "0.2")
    #expect(next("0.9", "description") == "1.0")
    #expect(next("0.3", "server") == "1.3")
    #expect(next("2", "target") == "3.0")
    #expect(next("odd", "target") == "odd")
  }
}
