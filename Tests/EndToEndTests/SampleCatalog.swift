import EmbeddedCatalog
import JSONDocuments
import TestSupport

/// A running catalog that holds the tables of the sample database, and a bot that publishes.
struct SampleCatalog {
  static let schema = "demo_pg.postgres.public"
  static let model = "CustomMLService.Revenue Predictions"

  let catalog: RunningCatalog
  /// The token of the bot `publisher`.
  let token: String
  /// Whether models have several domains.
  let hasDomainList: Bool

  init(version: String = "1.5.10", dataPath: String = ":memory:") async throws {
    catalog = try await RunningCatalog(
      CatalogConfiguration(dataPath: dataPath, version: version))
    token = try await catalog.makeBot("publisher")
    hasDomainList = !version.hasPrefix("1.5")
    try await addTables()
  }

  /// Goes on with a data file in which all of this is.
  init(_ catalog: RunningCatalog, token: String, version: String) {
    self.catalog = catalog
    self.token = token
    hasDomainList = !version.hasPrefix("1.5")
  }

  var host: String { catalog.baseURL }

  private func addTables() async throws {
    try await catalog.require(
      "PUT", "services/databaseServices",
      [
        "name": "demo_pg", "serviceType": "Postgres",
        "connection": ["config": ["type": "Postgres"]],
      ])
    try await catalog.require(
      "PUT", "databases", ["name": "postgres", "service": "demo_pg"])
    try await catalog.require(
      "PUT", "databaseSchemas", ["name": "public", "database": "demo_pg.postgres"])
    try await add(
      "orders",
      [
        ("order_id", "INT"), ("created_at", "TIMESTAMPZ"), ("restaurant_id", "INT"),
        ("user_id", "INT"), ("last_update", "TIMESTAMPZ"),
      ])
    try await add(
      "restaurants",
      [
        ("restaurant_id", "INT"), ("type", "TEXT"), ("rating", "INT"), ("average_price", "INT"),
        ("restaurant_address", "TEXT"),
      ])
    try await add(
      "users",
      [
        ("user_id", "INT"), ("total_orders", "INT"), ("last_order_id", "INT"),
        ("premium", "BOOLEAN"), ("user_address", "TEXT"),
      ])
  }

  /// Adds a table to the schema.
  func add(_ name: String, _ columns: [(String, String)]) async throws {
    try await catalog.require(
      "PUT", "tables",
      [
        "name": .string(name), "databaseSchema": .string(SampleCatalog.schema),
        "columns": .array(
          columns.map { ["name": .string($0.0), "dataType": .string($0.1)] }),
      ])
  }

  /// The model as the catalog shows it.
  func model(fields: String = "owners,tags") async throws -> JSON {
    try await catalog.require(
      "GET", "mlmodels/name/CustomMLService.Revenue%20Predictions?fields=\(fields)")
  }

  /// The status of asking for the model.
  func modelStatus() async throws -> Int {
    try await catalog.call("GET", "mlmodels/name/CustomMLService.Revenue%20Predictions").status
  }

  /// Each edge into the model: the table's name, then its columns and features, in order.
  func edges() async throws -> [String: [String]] {
    let lineage = try await catalog.require(
      "GET",
      "lineage/mlmodel/name/CustomMLService.Revenue%20Predictions?upstreamDepth=1&downstreamDepth=0"
    )
    var names: [String: String] = [:]
    for node in lineage["nodes"]?.array ?? [] {
      names[node["id"]?.string ?? ""] = node["name"]?.string
    }
    var edges: [String: [String]] = [:]
    for edge in lineage["upstreamEdges"]?.array ?? [] {
      let table = edge["fromEntity"]?.string.flatMap { names[$0] } ?? "?"
      let pairs = edge["lineageDetails"]?["columnsLineage"]?.array ?? []
      edges[table] = pairs.flatMap { pair in
        (pair["fromColumns"]?.array ?? []).map { column in
          "\(SampleCatalog.last(column)) → \(SampleCatalog.last(pair["toColumn"] ?? .null))"
        }
      }.sorted()
    }
    return edges
  }

  /// Changes the model as another user, by one operation.
  func edit(_ member: String, _ value: JSON, token: String) async throws {
    let id = try await model()["id"]?.string ?? ""
    try await catalog.require(
      "PATCH", "mlmodels/\(id)",
      [["op": "add", "path": .string("/\(member)"), "value": value]], token: token)
  }

  private static func last(_ name: JSON) -> String {
    (name.string ?? "?").split(separator: ".").last.map(String.init) ?? "?"
  }
}
