import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("Comparing what was read back with the plan")
struct VerificationTests {
  private func published() throws -> (plan: ModelPlan, catalog: SmallCatalog) {
    var catalog = SmallCatalog()
    let plan = try catalog.publish(Manifest(extra: "tags: [PII.None]\nowners: [joe]").yaml)
    return (plan, catalog)
  }

  @Test("what took is no difference, however the server dresses it up")
  func same() throws {
    var (plan, catalog) = try published()
    catalog.edit { object in
      object["owners"] = [
        [
          "id": "id-of-joe", "type": "user", "name": "joe", "displayName": "Joe", "deleted": false,
        ]
      ]
      object["mlFeatures"] = .array((object["mlFeatures"]?.array ?? []).reversed())
    }
    let model = try #require(catalog.model)
    #expect(Verification.differences(plan, model: model).isEmpty)
    #expect(Verification.differences(plan, edges: catalog.edges.reversed()).isEmpty)
  }

  @Test("a field that did not take is named with both values")
  func field() throws {
    var (plan, catalog) = try published()
    catalog.edit { object in
      object["description"] = nil
      object.editEntry("is_premium", of: "mlFeatures") { $0["featureSources"] = [] }
    }
    let differences = Verification.differences(plan, model: try #require(catalog.model))
    #expect(
      differences.first
        == VerificationDifference(
          subject: .field(FieldPath("description")), expected: "D0", actual: nil))
    #expect(differences.count == 4)
  }

  @Test("a missing edge, one that should be gone, and columns that were dropped are told apart")
  func edges() throws {
    var (plan, catalog) = try published()
    let full = catalog.edges
    #expect(
      Verification.differences(plan, edges: [full[1]]).map(\.subject)
        == [.edge("demo_pg.postgres.public.orders")])

    var details = try #require(full[0].details?.object)
    details["columnsLineage"] = []
    catalog.edges[0].details = .object(details)
    let dropped = Verification.differences(plan, edges: catalog.edges)
    #expect(dropped.map(\.subject) == [.columns("demo_pg.postgres.public.orders")])
    #expect(dropped.first?.actual == [])

    plan.edges[0].action = .remove
    #expect(
      Verification.differences(plan, edges: full).map(\.subject)
        == [.edge("demo_pg.postgres.public.orders")])
  }

  @Test("an edge that lost its line of ours is a difference")
  func description() throws {
    var (plan, catalog) = try published()
    var details = try #require(catalog.edges[0].details?.object)
    details["description"] = nil
    catalog.edges[0].details = .object(details)
    let differences = Verification.differences(plan, edges: catalog.edges)
    #expect(differences.map(\.subject) == [.edge("demo_pg.postgres.public.orders")])
    plan.edges[0].details = nil
    #expect(Verification.differences(plan, edges: catalog.edges).isEmpty)
  }
}
