import FullyQualifiedNames
import JSONDocuments
import TestSupport

/// A catalog with the sample model, one of 200 features, and one of long and hostile names.
struct PageWorld {
  let catalog: RunningCatalog

  static let sample = "CustomMLService.Revenue Predictions"
  static let wide = "CustomMLService.Wide"
  static let hostile = "CustomMLService.Hostile"
  static let longName = String(repeating: "long_name_without_a_space_", count: 8)
  static let script =
    "\"><script>document.title='hit'</script><img src=x onerror=\"document.title='hit'\">"

  init() async throws {
    catalog = try await RunningCatalog()
    try await catalog.require(
      "PUT", "services/databaseServices", ["name": "demo_pg", "serviceType": "Postgres"])
    try await catalog.require("PUT", "databases", ["name": "postgres", "service": "demo_pg"])
    try await catalog.require(
      "PUT", "databaseSchemas", ["name": "public", "database": "demo_pg.postgres"])
    try await catalog.require(
      "PUT", "services/mlmodelServices",
      ["name": "CustomMLService", "serviceType": "CustomMlModel"])
  }

  /// The address of a page below the catalog's.
  func url(_ segments: String..., query: String = "") -> String {
    catalog.baseURL + "/" + segments.map(PercentEncoding.segment).joined(separator: "/") + query
  }

  // MARK: The sample

  /// Version 0.1 by a bot, 0.2 by the administrator, 0.3 by Amina Okafor.
  func addSample() async throws {
    let bot = try await catalog.makeBot("mlmodel-publisher")
    let tables = [
      ("orders", ["last_update": "timestamp"]),
      ("restaurants", ["rating": "int", "average_price": "int"]), ("users", ["premium": "boolean"]),
    ]
    var ids: [String: JSON] = [:]
    for (name, columns) in tables { ids[name] = try await table(name, columns) }
    let features: [JSON] = [
      feature("last_update_bucket", "Bucketing", ids, [("orders", "last_update", "timestamp")]),
      feature(
        "restaurant_dimension", "PCA", ids,
        [("restaurants", "rating", "integer"), ("restaurants", "average_price", "integer")]),
      feature("is_premium", "Identity", ids, [("users", "premium", "boolean")]),
    ]
    let model = try await catalog.require(
      "PUT", "mlmodels",
      [
        "name": "Revenue Predictions", "service": "CustomMLService", "algorithm": "XGBoost",
        "target": "expected_time",
        "description":
          "Estimates how long an order takes **from payment to delivery**.\n\n* The app shows it.\n* `dispatch` plans couriers with it.",
        "mlFeatures": .array(features),
        "mlHyperParameters": [
          [
            "name": "regularisation", "value": "0.5",
            "description": "Keeps the trees from learning single orders by heart.",
          ]
        ],
        "mlStore": ["storage": "s3://models.example.com/revenue-predictions"],
      ], token: bot)
    for (from, columns) in tables {
      let edge: JSON = [
        "fromEntity": ["id": ids[from] ?? .null, "type": "table"],
        "toEntity": ["id": model["id"] ?? .null, "type": "mlmodel"],
        "lineageDetails": ["columnsLineage": .array(lines(from, columns.keys.sorted()))],
      ]
      try await catalog.require("PUT", "lineage", ["edge": edge], token: bot)
    }
    try await edit(model["id"]?.string ?? "")
  }

  private func lines(_ table: String, _ columns: [String]) -> [JSON] {
    let target = ["orders": "last_update_bucket", "users": "is_premium"][table]
    return [
      [
        "fromColumns": .array(columns.map { .string("demo_pg.postgres.public.\(table).\($0)") }),
        "toColumn": .string("\(Self.sample).\(target ?? "restaurant_dimension")"),
      ]
    ]
  }

  private func edit(_ id: String) async throws {
    let amina = try await catalog.makeUser("amina.okafor", role: "DataSteward")
    let user = try await catalog.require("GET", "users/name/amina.okafor")
    try await catalog.require(
      "PATCH", "users/\(user["id"]?.string ?? "")",
      [["op": "add", "path": "/displayName", "value": "Amina Okafor"]])
    try await catalog.require(
      "PATCH", "mlmodels/\(id)",
      [
        ["op": "replace", "path": "/mlFeatures/0/featureAlgorithm", "value": "Quantiles"],
        [
          "op": "add", "path": "/owners",
          "value": [["id": user["id"] ?? .null, "type": "user"]],
        ],
      ])
    let model = try await catalog.require("GET", "mlmodels/\(id)")
    let text = (model["description"]?.string ?? "").replacing("how long", with: "how many minutes")
    try await catalog.require(
      "PATCH", "mlmodels/\(id)",
      [
        ["op": "replace", "path": "/description", "value": .string(text)],
        [
          "op": "add", "path": "/tags/0",
          "value": [
            "tagFQN": "Tier.Tier2", "source": "Classification", "labelType": "Manual",
            "state": "Confirmed",
          ],
        ],
      ], token: amina)
  }

  // MARK: Extremes

  /// 200 features from twelve tables.
  func addWide() async throws {
    var ids: [String: JSON] = [:]
    for number in 0..<12 {
      let columns = (0..<20).map { ("metric_\($0)", "double precision") }
      ids["signals_\(number)"] = try await table(
        "signals_\(number)", Dictionary(columns) { first, _ in first })
    }
    let features = (0..<200).map { number in
      feature(
        "feature_\(number)", "Scaling", ids,
        [("signals_\(number * 7 % 12)", "metric_\(number % 20)", "number")])
    }
    try await catalog.require(
      "PUT", "mlmodels",
      [
        "name": "Wide", "service": "CustomMLService", "algorithm": "LightGBM",
        "mlFeatures": .array(features),
      ])
  }

  /// Names and texts that try to break out of the page or of their place.
  func addHostile() async throws {
    let names = [
      Self.longName, "مقياس الطلب اليومي", String(repeating: "注文の合計金額", count: 12),
      "Z" + String(repeating: "\u{0310}\u{0323}", count: 30), "<b>&amp;'", "👩‍👩‍👧‍👦 \u{202E}gnp.exe",
    ]
    let script = JSON.string(Self.script)
    let features = names.map { name -> JSON in
      [
        "name": .string(name), "dataType": "numerical", "description": script,
        "featureAlgorithm": script,
        "featureSources": [["name": .string(name), "dataType": "integer", "description": script]],
      ]
    }
    try await catalog.require(
      "PUT", "mlmodels",
      [
        "name": "Hostile", "displayName": .string(Self.script + Self.longName),
        "service": "CustomMLService", "algorithm": script, "description": script,
        "mlFeatures": .array(features),
        "mlHyperParameters": [
          ["name": .string(Self.longName), "value": script, "description": script]
        ],
        "mlStore": ["storage": "javascript:document.title='hit'", "imageRepository": script],
      ])
  }

  private func table(_ name: String, _ columns: [String: String]) async throws -> JSON {
    let columns = columns.sorted { $0.key < $1.key }.map { name, type -> JSON in
      ["name": .string(name), "dataType": "INT", "dataTypeDisplay": .string(type)]
    }
    return try await catalog.require(
      "PUT", "tables",
      [
        "name": .string(name), "databaseSchema": "demo_pg.postgres.public",
        "columns": .array(columns),
      ])["id"] ?? .null
  }

  private func feature(
    _ name: String, _ algorithm: String, _ tables: [String: JSON],
    _ sources: [(table: String, column: String, type: String)]
  ) -> JSON {
    let sources = sources.map { source -> JSON in
      [
        "name": .string(source.column), "dataType": .string(source.type),
        "dataSource": [
          "id": tables[source.table] ?? .null, "type": "table",
          "fullyQualifiedName": .string("demo_pg.postgres.public.\(source.table)"),
        ],
      ]
    }
    return [
      "name": .string(name), "dataType": "numerical", "featureAlgorithm": .string(algorithm),
      "featureSources": .array(sources),
    ]
  }
}
