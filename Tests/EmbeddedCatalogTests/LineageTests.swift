import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Lineage")
struct LineageTests {
  /// A catalog with one table, one model without sources and the ids of both.
  private struct World {
    let catalog: CatalogUnderTest
    let table: String
    let model: String

    init(_ version: String = "1.5.10") throws {
      catalog = try CatalogUnderTest(version: version)
      table = try catalog.table()
      let reply = try catalog.model([
        "mlFeatures": [["name": "bucket", "dataType": "categorical"]]
      ])
      model = try #require(reply["id"]?.string)
    }

    func put(_ details: JSON?, token: String? = nil) throws -> CatalogUnderTest.Reply {
      var edge = JSONObject([
        .init(key: "fromEntity", value: ["id": .string(table), "type": "table"]),
        .init(key: "toEntity", value: ["id": .string(model), "type": "mlmodel"]),
      ])
      edge["lineageDetails"] = details
      return try catalog.send("PUT", "lineage", ["edge": .object(edge)], token: token)
    }

    func edges() throws -> [JSON] {
      try catalog.send(
        "GET", "lineage/mlmodel/name/Models.Revenue?upstreamDepth=1&downstreamDepth=0")[
          "upstreamEdges"]?.array ?? []
    }
  }

  @Test("an edge is put with 200 and no body, and read from both ends")
  func putAndRead() throws {
    let world = try World()
    let details: JSON = [
      "description": "published", "source": "Manual",
      "columnsLineage": [
        [
          "fromColumns": ["shop.db.public.orders.order id"],
          "toColumn": "Models.Revenue.bucket",
        ]
      ],
    ]
    let reply = try world.put(details)
    #expect(reply.status == 200)
    #expect(reply.body == .null)
    let graph = try world.catalog.send("GET", "lineage/mlmodel/\(world.model)")
    #expect(graph["entity"]?["fullyQualifiedName"] == "Models.Revenue")
    #expect(graph["nodes"]?.array?.map { $0["type"] } == ["table"])
    #expect(
      graph["upstreamEdges"] == [
        [
          "fromEntity": .string(world.table), "toEntity": .string(world.model),
          "lineageDetails": details,
        ]
      ])
    #expect(graph["downstreamEdges"] == [])
    let other = try world.catalog.send("GET", "lineage/table/name/shop.db.public.orders")
    #expect(other["downstreamEdges"]?.array?.count == 1)
  }

  @Test("a second PUT overwrites all of the edge")
  func overwritten() throws {
    let world = try World()
    _ = try world.put(["description": "by hand", "sqlQuery": "SELECT 1"])
    _ = try world.put(["source": "Manual"])
    #expect(try world.edges().map { $0["lineageDetails"] } == [["source": "Manual"]])
  }

  @Test(
    "columns that are none: refused by 1.5, a bare feature accepted by 1.8, dropped by 2.0",
    arguments: [
      ("1.5.10", "Models.Revenue.nothing", "Invalid feature name Models.Revenue.nothing"),
      ("1.5.10", "bucket", "Invalid feature name bucket"),
      ("1.8.2", "bucket", nil), ("1.8.2", "nothing", "Invalid column name nothing"),
      ("2.0.7", "Models.Revenue.nothing", nil),
    ] as [(String, String, String?)])
  func toColumns(version: String, column: String, message: String?) throws {
    let world = try World(version)
    let reply = try world.put([
      "columnsLineage": [
        ["fromColumns": ["shop.db.public.orders.id"], "toColumn": .string(column)]
      ]
    ])
    #expect(reply.status == (message == nil ? 200 : 400))
    if let message { #expect(reply.message == message) }
    if version == "2.0.7" {
      #expect(try world.edges().first?["lineageDetails"]?["columnsLineage"] == [])
    }
  }

  @Test("a source column of another table is refused by 1.5 and dropped by 2.0")
  func fromColumns() throws {
    let columns: JSON = [
      "columnsLineage": [
        [
          "fromColumns": ["shop.db.public.orders.id", "shop.db.public.users.id"],
          "toColumn": "Models.Revenue.bucket",
        ]
      ]
    ]
    let old = try World().put(columns)
    #expect(old.status == 400)
    #expect(old.message == "Invalid column name shop.db.public.users.id")
    let new = try World("2.0.7")
    #expect(try new.put(columns).status == 200)
    #expect(
      try new.edges().first?["lineageDetails"]?["columnsLineage"]?.array?.first?["fromColumns"]
        == ["shop.db.public.orders.id"])
  }

  @Test("creating a model draws an edge without details from every source; updating draws none")
  func derived() throws {
    let catalog = try CatalogUnderTest()
    let id = try #require(catalog.model()["id"]?.string)
    func edges() throws -> [JSON] {
      try catalog.send("GET", "lineage/mlmodel/\(id)")["upstreamEdges"]?.array ?? []
    }
    #expect(try edges().count == 1)
    #expect(try edges().first?["lineageDetails"] == nil)
    let second = try catalog.table("users")
    let source: JSON = [
      "name": "id", "dataSource": ["id": .string(second), "type": "table"],
    ]
    try catalog.model(["mlFeatures": [["name": "f", "featureSources": [source]]]])
    #expect(try edges().count == 1)
  }

  @Test("edges outlive a soft delete and end with a hard one")
  func softDelete() throws {
    let world = try World()
    _ = try world.put(["description": "kept"])
    try world.catalog.send("DELETE", "tables/\(world.table)")
    #expect(try world.edges() == [])
    try world.catalog.send("PUT", "tables/restore", ["id": .string(world.table)])
    #expect(try world.edges().first?["lineageDetails"]?["description"] == "kept")
    try world.catalog.send("DELETE", "tables/\(world.table)?hardDelete=true")
    #expect(try world.edges() == [])
  }

  @Test("an edge is deleted by ids and by names, and once only", arguments: [true, false])
  func delete(byName: Bool) throws {
    let world = try World()
    _ = try world.put(nil)
    let path =
      byName
      ? "lineage/table/name/shop.db.public.orders/mlmodel/name/Models.Revenue"
      : "lineage/table/\(world.table)/mlmodel/\(world.model)"
    #expect(try world.catalog.send("DELETE", path).status == 200)
    let again = try world.catalog.send("DELETE", path)
    #expect(again.status == 404)
    #expect(again.message == "Lineage edge not found")
  }

  @Test("an end that does not exist is 404, one of an unknown type too; extra members are 400")
  func badEdges() throws {
    let world = try World()
    let missing: JSON = "00000000-0000-4000-8000-000000000000"
    let to: JSON = ["id": .string(world.model), "type": "mlmodel"]
    func put(_ edge: JSON) throws -> Int {
      try world.catalog.send("PUT", "lineage", ["edge": edge]).status
    }
    #expect(try put(["fromEntity": ["id": missing, "type": "table"], "toEntity": to]) == 404)
    #expect(try put(["fromEntity": ["id": missing, "type": "rock"], "toEntity": to]) == 404)
    #expect(try put(["toEntity": to]) == 400)
    #expect(try put(["fromEntity": to, "toEntity": to, "colour": 1]) == 400)
    #expect(try world.put(["source": "Guess"]).status == 400)
  }

  @Test("a consumer may not draw edges, a steward may")
  func permission() throws {
    let world = try World()
    let anna = try world.catalog.user("anna", role: "DataConsumer")
    let bert = try world.catalog.user("bert", role: "DataSteward")
    let refused = try world.put(nil, token: anna)
    #expect(refused.status == 403)
    #expect(refused.message.contains("[EditLineage]"))
    #expect(try world.put(nil, token: bert).status == 200)
  }

  @Test(
    "one edge is read, patched and deleted by its source by ids on every line",
    arguments: ["1.5.10", "1.9.3", "2.0.7"])
  func oneEdge(version: String) throws {
    let world = try World(version)
    _ = try world.put(["description": "one"])
    let path = "lineage/getLineageEdge/\(world.table)/\(world.model)"
    #expect(try world.catalog.send("GET", path)["edge"]?["description"] == "one")
    let patch: JSON = [["op": "replace", "path": "/description", "value": "two"]]
    let edge = "lineage/table/\(world.table)/mlmodel/\(world.model)"
    let patched = try world.catalog.send("PATCH", edge, patch)
    #expect(patched.status == 200)
    #expect(patched["description"] == "two")
    #expect(try world.catalog.send("GET", path)["edge"] == patched.body)
    let source = "lineage/mlmodel/\(world.model)/type"
    #expect(try world.catalog.send("DELETE", "\(source)/DbtLineage").status == 200)
    #expect(try world.edges().count == 1)
    #expect(try world.catalog.send("DELETE", "\(source)/Manual").status == 200)
    #expect(try world.edges() == [])
    #expect(try world.catalog.send("GET", path).status == 404)
  }

  @Test("a patch tells who changed the edge and keeps who drew it")
  func patchedBy() throws {
    let world = try World("2.0.7")
    _ = try world.put(["description": "one"])
    let bert = try world.catalog.user("bert", role: "DataSteward")
    let patched = try world.catalog.send(
      "PATCH", "lineage/table/\(world.table)/mlmodel/\(world.model)",
      [["op": "add", "path": "/sqlQuery", "value": "SELECT 1"]], token: bert)
    #expect(patched["createdBy"] == "admin")
    #expect(patched["updatedBy"] == "bert")
  }

  @Test("the edge that a source of a model makes has no details to read or patch")
  func withoutDetails() throws {
    let catalog = try CatalogUnderTest()
    let model = try #require(catalog.model()["id"]?.string)
    let edges = try catalog.send("GET", "lineage/mlmodel/\(model)")["upstreamEdges"]?.array
    let table = try #require(edges?.first?["fromEntity"]?.string)
    #expect(try catalog.send("GET", "lineage/getLineageEdge/\(table)/\(model)").status == 404)
    let patch: JSON = [["op": "add", "path": "/sqlQuery", "value": "SELECT 1"]]
    let reply = try catalog.send("PATCH", "lineage/table/\(table)/mlmodel/\(model)", patch)
    #expect(reply.status == 404)
  }

  @Test("on 2.0 edges are written by name and say who drew them when")
  func byName() throws {
    let world = try World("2.0.7")
    let path = "table/name/shop.db.public.orders/mlmodel/name/Models.Revenue"
    #expect(try world.catalog.send("PUT", "lineage/\(path)", ["description": "d"]).status == 200)
    let edge = try world.catalog.send("GET", "lineage/getLineageEdge/\(path)")["edge"]
    #expect(edge?["createdBy"] == "admin")
    #expect(edge?["updatedAt"]?.integer == 1_800_000_000_000)
    for source in ["mlmodel/\(world.model)", "source/name/mlmodel/Models.Revenue"] {
      #expect(try world.put([:]).status == 200)
      let other = try world.catalog.send("DELETE", "lineage/\(source)/type/DbtLineage")
      #expect(other.status == 200)
      #expect(try world.edges().count == 1)
      #expect(try world.catalog.send("DELETE", "lineage/\(source)/type/Manual").status == 200)
      #expect(try world.edges() == [])
    }
  }

  @Test(
    "depths go further than one step; a circle ends", arguments: [(0, 0), (1, 1), (2, 2), (3, 2)])
  func depth(depth: Int, expected: Int) throws {
    let world = try World()
    let users = try world.catalog.table("users")
    func draw(_ from: String, _ to: String) throws {
      try world.catalog.send(
        "PUT", "lineage",
        [
          "edge": [
            "fromEntity": ["id": .string(from), "type": "table"],
            "toEntity": ["id": .string(to), "type": "table"],
          ]
        ])
    }
    _ = try world.put(nil)
    try draw(users, world.table)
    let reply = try world.catalog.send(
      "GET", "lineage/mlmodel/\(world.model)?upstreamDepth=\(depth)")
    #expect(reply["upstreamEdges"]?.array?.count == expected)
    try draw(world.table, users)
    #expect(
      try world.catalog.send("GET", "lineage/table/\(users)?upstreamDepth=3").status == 200)
    #expect(
      try world.catalog.send("GET", "lineage/table/\(users)?upstreamDepth=4").status == 400)
  }
}
