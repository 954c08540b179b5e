import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("Edges from tables to a model")
struct EdgeTests {
  private let marker = "Published by mlcatalog for CustomMLService.churn"
  private let feature = "CustomMLService.churn.last_update_bucket"
  private let column = "demo_pg.postgres.public.orders.last_update"

  private func published() throws -> SmallCatalog {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    return catalog
  }

  private func setDetails(_ catalog: inout SmallCatalog, _ change: (inout JSONObject) -> Void) {
    for index in catalog.edges.indices where catalog.edges[index].fromEntity.name == "orders" {
      var details = catalog.edges[index].details?.object ?? JSONObject()
      change(&details)
      catalog.edges[index].details = .object(details)
    }
  }

  @Test("a first publication draws one edge a table, with the columns that lead to features")
  func first() throws {
    var catalog = SmallCatalog()
    let plan = try catalog.plan(Manifest().yaml)
    #expect(plan.edges.map(\.action) == [.add, .add])
    #expect(
      plan.edges.first?.details == [
        "columnsLineage": [["fromColumns": [.string(column)], "toColumn": .string(feature)]],
        "source": "Manual", "description": .string(marker),
      ])
  }

  @Test("an edge that is as it should be is not written")
  func unchanged() throws {
    var catalog = try published()
    let plan = try catalog.plan(Manifest().yaml)
    #expect(plan.edges.map(\.action) == [.none, .none])
    #expect(plan.edges.allSatisfy { $0.details == nil && $0.columns.count == 1 })
  }

  @Test("the bare edge that the server draws by itself gets its columns")
  func bareEdge() throws {
    var catalog = try published()
    catalog.edges[0].details = nil
    #expect(try catalog.publish(Manifest().yaml).edges.map(\.action) == [.update, .none])
    #expect(catalog.edges.allSatisfy { $0.details != nil })
  }

  @Test("on a shared edge pipeline, query, other lines and columns to other features stay")
  func sharedEdge() throws {
    var catalog = try published()
    let theirs: JSON = [
      "fromColumns": ["demo_pg.postgres.public.orders.order_id"],
      "toColumn": "CustomMLService.churn.theirs", "function": "f",
    ]
    catalog.edit { object in
      let foreign: JSON = ["name": "theirs", "dataType": "numerical"]
      object["mlFeatures"] = .array((object["mlFeatures"]?.array ?? []) + [foreign])
    }
    setDetails(&catalog) { details in
      details["description"] = "Drawn by hand"
      details["sqlQuery"] = "select 1"
      details["pipeline"] = ["id": "p", "type": "pipeline"]
      details["columnsLineage"] = [theirs]
      details["updatedAt"] = 5
    }
    let plan = try catalog.publish(Manifest().yaml)
    #expect(
      plan.edges.first?.details == [
        "columnsLineage": [
          ["fromColumns": [.string(column)], "toColumn": .string(feature)], theirs,
        ],
        "source": "Manual",
        "description": "Drawn by hand\nColumns published by mlcatalog for CustomMLService.churn",
        "sqlQuery": "select 1", "pipeline": ["id": "p", "type": "pipeline"],
      ])
    #expect(try catalog.plan(Manifest().yaml).edges.map(\.action) == [.none, .none])

    let removed = try catalog.plan(Manifest(features: Manifest.premium).yaml)
    #expect(removed.edges.map(\.action) == [.update, .none])
    #expect(removed.edges.first?.details?["description"] == "Drawn by hand")
    #expect(removed.edges.first?.details?["columnsLineage"] == [theirs])
  }

  @Test("columns to our own features that others added are made those of the file")
  func ownFeature() throws {
    var catalog = try published()
    setDetails(&catalog) { details in
      details["columnsLineage"] = [
        [
          "fromColumns": [.string(column), "demo_pg.postgres.public.orders.order_id"],
          "toColumn": .string(feature),
        ]
      ]
    }
    let plan = try catalog.plan(Manifest().yaml)
    #expect(plan.edges.map(\.action) == [.update, .none])
  }

  @Test("a column that somebody drew to our feature goes with a note, one of ours without")
  func columnOverwritten() throws {
    var catalog = try published()
    let foreign = "demo_pg.postgres.public.orders.order_id"
    setDetails(&catalog) { details in
      details["columnsLineage"] = [
        ["fromColumns": [.string(column), .string(foreign)], "toColumn": .string(feature)]
      ]
    }
    try catalog.publish(Manifest().yaml)
    #expect(catalog.codes == [.columnOverwritten])
    let finding = try #require(catalog.findings.items.first)
    #expect(
      finding.message.hasSuffix(
        "loses `\(foreign)` → `last_update_bucket`, which this publisher did not draw"))

    let other = Manifest.lastUpdate.replacing("name: last_update\n", with: "name: created_at\n")
    try catalog.publish(Manifest(features: other + Manifest.premium).yaml)
    #expect(!catalog.codes.contains(.columnOverwritten))
  }

  @Test("what others noted of a column stays with it")
  func function() throws {
    var catalog = try published()
    setDetails(&catalog) { details in
      details["columnsLineage"] = [
        ["fromColumns": [.string(column)], "toColumn": .string(feature), "function": "bucket"]
      ]
      details["description"] = nil
    }
    try catalog.publish(Manifest().yaml)
    #expect(
      catalog.edges.first { $0.fromEntity.name == "orders" }?.details?["columnsLineage"]
        == [["fromColumns": [.string(column)], "toColumn": .string(feature), "function": "bucket"]])
  }

  @Test("an edge that somebody had drawn before outlasts our columns on it")
  func drawnBefore() throws {
    var catalog = try published()
    catalog.edges[0].details = ["source": "Manual"]
    try catalog.publish(Manifest().yaml)
    #expect(
      catalog.edges.map { $0.description ?? "" }.sorted()
        == ["Columns published by mlcatalog for CustomMLService.churn", marker])
    let plan = try catalog.publish(Manifest(features: Manifest.premium).yaml)
    #expect(plan.edges.map(\.action) == [.update, .none])
    #expect(catalog.edges.count == 2)
    #expect(catalog.edges.contains { $0.details == ["source": "Manual", "columnsLineage": []] })
  }

  @Test("of two publishers of one model each leaves the edges of the other's features alone")
  func twoPublishers() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    let drawn = catalog.edges
    catalog.principal = Principal(name: "second-bot", isBot: true)
    let plan = try catalog.publish(Manifest(features: Manifest.premium).yaml)
    #expect(plan.edges.allSatisfy { $0.action == .none })
    #expect(catalog.edges == drawn)
  }

  @Test("an edge drawn by hand from a table that the file does not name stays")
  func handDrawn() throws {
    var catalog = try published()
    catalog.edges.append(
      LineageEdge(
        fromEntity: EntityReference(id: "other", type: "table"), toEntity: "id-of-the-model",
        details: ["source": "Manual"]))
    let plan = try catalog.publish(Manifest(features: Manifest.premium).yaml)
    #expect(plan.edges.map(\.action) == [.remove, .none])
    #expect(catalog.edges.map(\.fromEntity.id).sorted() == ["id-of-users", "other"])
  }

  @Test("a bare edge goes when a version of ours named its table, and stays when none did")
  func bareEdgesOfOurs() throws {
    var catalog = try published()
    for index in catalog.edges.indices { catalog.edges[index].details = nil }
    catalog.edges.append(
      LineageEdge(
        fromEntity: EntityReference(id: "other", type: "table"), toEntity: "id-of-the-model",
        details: nil))
    let plan = try catalog.plan(Manifest(features: Manifest.premium).yaml)
    #expect(plan.edges.map(\.action) == [.remove, .update])
  }

  @Test("a bare edge of a source that went without its edge goes although nothing else differs")
  func bareEdgeAlone() throws {
    var catalog = try published()
    catalog.edges[0].details = nil
    let left = catalog.edges[0]
    try catalog.publish(Manifest(features: Manifest.premium).yaml)
    #expect(catalog.edges.count == 1)
    catalog.edges.append(left)
    #expect(try catalog.plan(Manifest(features: Manifest.premium).yaml).write == .none)
    let plan = try catalog.publish(Manifest(features: Manifest.premium).yaml)
    #expect(plan.edges.map(\.action) == [.remove, .none])
    #expect(catalog.edges.count == 1)
  }

  @Test("a server that takes no columns gets edges from table to model, and one note says so")
  func withoutColumns() throws {
    var catalog = SmallCatalog()
    catalog.version = "1.2.3"
    let plan = try catalog.publish(Manifest().yaml)
    #expect(catalog.codes == [.noColumnLineage])
    #expect(plan.edges.map(\.action) == [.add, .add])
    #expect(plan.edges.allSatisfy { $0.columns.isEmpty })
    #expect(plan.edges.first?.details?["columnsLineage"] == [])
    #expect(try catalog.plan(Manifest().yaml).edges.map(\.action) == [.none, .none])
  }

  @Test("more than half of the edges go only when that is allowed")
  func tooMany() throws {
    var catalog = SmallCatalog()
    let names = ["a", "b", "c", "d", "e"]
    catalog.tables += names.map { SmallCatalog.table($0, [("x", "INT")]) }
    let sources = names.map { name in
      """
        - name: f_\(name)
          dataType: numerical
          featureSources: [{name: x, dataSourceFqn: demo_pg.postgres.public.\(name)}]

      """
    }.joined()
    try catalog.publish(Manifest(features: Manifest.premium + sources).yaml)
    let plan = try catalog.plan(Manifest(features: Manifest.premium).yaml)
    #expect(catalog.codes == [.tooManyEdgesRemoved])
    #expect(!plan.edges.contains { $0.action == .remove })
    var options = PlanOptions()
    options.allowsPrune = true
    let allowed = try catalog.plan(Manifest(features: Manifest.premium).yaml, options)
    #expect(allowed.edges.count { $0.action == .remove } == 5)
    #expect(catalog.codes.isEmpty)
  }

  @Test("nothing is removed when a table could not be resolved")
  func unresolved() throws {
    var catalog = try published()
    let other = Manifest.lastUpdate.split(separator: "public.orders").joined(
      separator: "public.nothing")
    let plan = try catalog.plan(Manifest(features: other + Manifest.premium).yaml)
    #expect(catalog.codes == [.tableNotFound])
    #expect(!plan.edges.contains { $0.action == .remove })
  }

  @Test("columns of one table that lead to one feature make one entry")
  func oneEntry() throws {
    var catalog = SmallCatalog()
    let plan = try catalog.plan(
      Manifest(
        features: """
            - name: "price.avg"
              dataType: numerical
              featureSources:
                - {name: order_id, dataSourceFqn: demo_pg.postgres.public.orders}
                - {name: user_id, dataSourceFqn: demo_pg.postgres.public.orders}
                - {name: nothing_here, dataSourceFqn: demo_pg.postgres.public.orders}

          """
      ).yaml)
    let table = "demo_pg.postgres.public.orders"
    #expect(
      plan.edges.first?.columns == [
        LineageEdge.ColumnPair(
          fromColumns: ["\(table).order_id", "\(table).user_id"],
          toColumn: #"CustomMLService.churn."price.avg""#)
      ])
  }
}
