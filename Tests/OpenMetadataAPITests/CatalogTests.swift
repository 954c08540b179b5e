import FullyQualifiedNames
import HTTPClient
import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import TestSupport
import Testing

@Suite("Against a whole catalog", .timeLimit(.minutes(1)))
struct CatalogTests {
  private static let service: JSON = [
    "name": "ml.services", "serviceType": "CustomMlModel",
    "connection": ["config": ["type": "CustomMlModel"]],
  ]
  private static let name = FullyQualifiedName(["ml.services", "Revenue / Präzision 1.0"])

  private func connect(
    _ catalog: RunningCatalog, token: String
  ) async throws -> OpenMetadataClient {
    try await OpenMetadataClient.connecting(
      to: try ServerURL(parsing: catalog.baseURL), token: Secret(token),
      transport: RetryingTransport(wrapping: CurlTransport()))
  }

  private func addTable(_ catalog: RunningCatalog) async throws {
    try await catalog.require(
      "PUT", "services/databaseServices",
      ["name": "pg", "serviceType": "Postgres", "connection": ["config": ["type": "Postgres"]]])
    try await catalog.require("PUT", "databases", ["name": "db", "service": "pg"])
    try await catalog.require("PUT", "databaseSchemas", ["name": "public", "database": "pg.db"])
    try await catalog.require(
      "PUT", "tables",
      [
        "name": "orders", "databaseSchema": "pg.db.public",
        "columns": [["name": "id", "dataType": "INT"]],
      ])
  }

  private var request: JSON {
    [
      "name": .string(Self.name.last), "service": "\"ml.services\"", "algorithm": "XGBoost",
      "mlFeatures": [["name": "persona", "dataType": "categorical"]],
    ]
  }

  @Test("a model is created, read, patched and its history read", arguments: ["1.5.10", "2.0.7"])
  func publishes(version: String) async throws {
    let catalog = try await RunningCatalog(version: version)
    let client = try await connect(catalog, token: try await catalog.makeBot("publisher"))
    #expect(client.capabilities.version.text == version)
    #expect(try await client.principal() == Principal(name: "publisher", isBot: true))
    #expect(try await client.model(named: Self.name) == .notFound)
    #expect(try await client.service(named: "ml.services") == .notFound)

    let service = try await client.createService(Self.service)
    #expect(try await client.service(named: "ml.services") == .found(service))
    #expect(try await client.services().contains(service))

    let created = try await client.putModel(request)
    let read = try #require(try await client.model(named: Self.name).entity)
    #expect(read.id == created.id)
    #expect(read.version.lexeme == "0.1")
    let patched = try await client.patchModel(
      id: read.id,
      [
        ["op": "test", "path": "/version", "value": .number(read.version)],
        ["op": "test", "path": "/updatedAt", "value": .number(read.updatedAt)],
        ["op": "add", "path": "/algorithm", "value": "CatBoost"],
      ])
    #expect(patched.document["algorithm"] == "CatBoost")
    let versions = try await client.versions(ofModel: read.id)
    #expect(versions.map { $0.document["algorithm"]?.string } == ["CatBoost", "XGBoost"])
    #expect(versions.map(\.updatedBy) == ["publisher", "publisher"])
  }

  @Test("a patch of what was changed meanwhile changes nothing", arguments: ["1.5.10", "2.0.7"])
  func refusesStalePatch(version: String) async throws {
    let catalog = try await RunningCatalog(version: version)
    let client = try await connect(catalog, token: catalog.adminToken)
    _ = try await client.createService(Self.service)
    let model = try await client.putModel(request)
    await #expect(throws: OpenMetadataError.self) {
      try await client.patchModel(
        id: model.id,
        [
          ["op": "test", "path": "/version", "value": .number(JSONNumber(lexeme: "9.9"))],
          ["op": "add", "path": "/algorithm", "value": "CatBoost"],
        ])
    }
    let read = try #require(try await client.model(named: Self.name).entity)
    #expect(read.document["algorithm"] == "XGBoost")
  }

  @Test("edges come and go, and tables are found, listed and counted")
  func drawsEdges() async throws {
    let catalog = try await RunningCatalog()
    try await addTable(catalog)
    let client = try await connect(catalog, token: catalog.adminToken)
    let orders = FullyQualifiedName(["pg", "db", "public", "orders"])
    let table = try #require(try await client.table(named: orders).entity)
    #expect(table.columns.map(\.fullyQualifiedName) == ["pg.db.public.orders.id"])
    let schema = FullyQualifiedName(["pg", "db", "public"])
    #expect(try await client.tables(inSchema: schema) == [table])
    #expect(try await client.tableCount(inSchema: schema) == 1)

    #expect(try await client.upstreamEdges(ofModel: Self.name) == [])
    _ = try await client.createService(Self.service)
    let model = try await client.putModel(request)
    let target = EntityReference(id: model.id, type: "mlmodel")
    let feature = try Self.name.appending("persona").text()
    let pair: JSON = [
      "fromColumns": ["pg.db.public.orders.id"], "toColumn": .string(feature),
    ]
    let details: JSON = ["source": "Manual", "description": "ours", "columnsLineage": [pair]]
    try await client.putEdge(from: table.reference, to: target, details: details)
    let edges = try await client.upstreamEdges(ofModel: Self.name)
    #expect(edges.map(\.fromEntity) == [table.reference])
    #expect(edges.first?.description == "ours")
    #expect(edges.first?.columnsLineage.map(\.toColumn) == [feature])
    #expect(try await client.upstreamEdges(ofModel: model.id) == edges)

    try await client.deleteEdge(from: table.reference, to: target)
    try await client.deleteEdge(from: table.reference, to: target)
    #expect(try await client.upstreamEdges(ofModel: model.id) == [])
  }

  @Test("soft-deleted models and tables are told apart from missing ones")
  func findsDeleted() async throws {
    let catalog = try await RunningCatalog()
    try await addTable(catalog)
    let client = try await connect(catalog, token: catalog.adminToken)
    _ = try await client.createService(Self.service)
    let model = try await client.putModel(request)
    try await catalog.require("DELETE", "mlmodels/\(model.id)")
    guard case .deleted(let deleted) = try await client.model(named: Self.name) else {
      Issue.record("the model is not seen as deleted")
      return
    }
    #expect(deleted.id == model.id)
  }

  @Test("a wrong token and a missing permission are told apart")
  func refuses() async throws {
    let catalog = try await RunningCatalog()
    let stranger = try await connect(catalog, token: "not.a.token")
    do throws(OpenMetadataError) {
      _ = try await stranger.principal()
      Issue.record("a wrong token was accepted")
    } catch {
      guard case .notAuthenticated = error else {
        Issue.record("expected a rejected token, got \(error)")
        return
      }
    }
    let reader = try await connect(catalog, token: try await catalog.makeUser("reader"))
    do throws(OpenMetadataError) {
      _ = try await reader.createService(Self.service)
      Issue.record("a reader could write")
    } catch {
      guard case .forbidden = error else {
        Issue.record("expected a refused write, got \(error)")
        return
      }
    }
  }

  @Test("people are found by name, with dots and capitals too")
  func findsPeople() async throws {
    let catalog = try await RunningCatalog()
    try await catalog.require(
      "PUT", "users", ["name": "ann.lee", "email": "ann.lee@open-metadata.org"])
    let client = try await connect(catalog, token: catalog.adminToken)
    #expect(try await client.user(named: "Ann.Lee").entity?.email == "ann.lee@open-metadata.org")
    #expect(try await client.user(named: "nobody") == .notFound)
    #expect(try await client.team(named: "nobody") == .notFound)
    #expect(try await client.tag(named: FullyQualifiedName(["PII", "Nothing"])) == .notFound)
  }
}
