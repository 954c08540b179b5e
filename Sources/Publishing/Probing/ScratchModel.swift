import HTTPClient
import JSONDocuments
import OpenMetadataAPI

/// The model, and the tables, on which a server's rules are tried.
struct ScratchModel {
  typealias Exchange = OpenMetadataClient.Exchange

  static let service = ScratchServices.name
  static let name = "m"
  static let feature = "f.g"
  static var fullName: String { "\(service).\(name)" }
  static var featureName: String { "\(fullName).\"\(feature)\"" }
  static var schema: String { "\(service).d.s" }

  let client: OpenMetadataClient
  /// The ids of the tables by their names.
  private(set) var tables: [String: String] = [:]
  /// The model's id, once it is there.
  var id = ""

  init(client: OpenMetadataClient) {
    self.client = client
  }

  /// Makes two tables of one column; false when the server refuses.
  mutating func makeTables() async -> Bool {
    let parents: [([String], JSON)] = [
      (["databases"], ["name": "d", "service": .string(Self.service)]),
      (["databaseSchemas"], ["name": "s", "database": .string("\(Self.service).d")]),
    ]
    for (path, body) in parents {
      guard (200..<300).contains(await client.exchange(.put, path, body: body).status) else {
        return false
      }
    }
    for name in ["t", "u"] {
      let answer = await client.exchange(
        .put, ["tables"],
        body: [
          "name": .string(name), "databaseSchema": .string(Self.schema),
          "columns": [["name": "c", "dataType": "INT"]],
        ])
      guard let id = answer.document["id"]?.string else { return false }
      tables[name] = id
    }
    return true
  }

  /// A feature made from the column `c` of tables.
  func feature(from names: [String], description: String? = nil) -> JSON {
    let sources = names.map { name -> JSON in
      [
        "name": "c", "dataType": "integer",
        "dataSource": [
          "id": .string(tables[name] ?? ""), "type": "table", "name": .string(name),
          "fullyQualifiedName": .string("\(Self.schema).\(name)"),
        ],
      ]
    }
    var feature: JSONObject = JSONObject()
    feature["name"] = .string(Self.feature)
    feature["dataType"] = "numerical"
    feature["featureSources"] = .array(sources)
    feature["description"] = description.map { .string($0) }
    return .object(feature)
  }

  /// A PUT of the model.
  func put(tagged: Bool = true, described: Bool = true, named name: String = name) async -> Exchange
  {
    var body = JSONObject()
    body["name"] = .string(name)
    body["service"] = .string(Self.service)
    body["algorithm"] = "A"
    body["mlFeatures"] = [feature(from: ["t"])]
    body["mlHyperParameters"] = [["name": "h", "value": "0.50"]]
    if described { body["description"] = "D" }
    if tagged {
      body["tags"] = [
        [
          "tagFQN": "Tier.Tier5", "source": "Classification", "labelType": "Manual",
          "state": "Confirmed",
        ]
      ]
    }
    return await client.exchange(.put, ["mlmodels"], body: .object(body))
  }

  /// A GET of the model.
  func get(_ fields: String = "tags", all: Bool = false) async -> Exchange {
    let query = [("fields", fields)] + (all ? [("include", "all")] : [])
    return await client.exchange(.get, ["mlmodels", id], query: query)
  }

  /// A PATCH that sets one member, after testing for a version.
  func patch(
    _ member: String, _ value: JSON, testing version: JSONNumber? = nil,
    headers: HTTPHeaders = [:]
  ) async -> Exchange {
    var operations: [JSON] = []
    if let version {
      operations.append(["op": "test", "path": "/version", "value": .number(version)])
    }
    operations.append(["op": "add", "path": .string("/\(member)"), "value": value])
    return await client.exchange(
      .patch, ["mlmodels", id], body: .array(operations), type: "application/json-patch+json",
      headers: headers)
  }

  /// A PUT of the edge from a table.
  func putEdge(from table: String, _ details: JSON) async -> Exchange {
    await client.exchange(
      .put, ["lineage"],
      body: [
        "edge": [
          "fromEntity": ["id": .string(tables[table] ?? ""), "type": "table"],
          "toEntity": ["id": .string(id), "type": "mlmodel"], "lineageDetails": details,
        ]
      ])
  }

  /// The details of the edge from a table; nil without an edge, null for one without details.
  func edge(from table: String) async -> JSON? {
    let answer = await client.exchange(
      .get, ["lineage", "mlmodel", id], query: [("upstreamDepth", "1"), ("downstreamDepth", "0")])
    let edge = answer.document["upstreamEdges"]?.array?.first { edge in
      edge["fromEntity"]?.string == tables[table]
    }
    return edge.map { $0["lineageDetails"] ?? .null }
  }

  /// A DELETE of the edge from a table.
  func deleteEdge(from table: String) async -> Exchange {
    await client.exchange(.delete, ["lineage", "table", tables[table] ?? "", "mlmodel", id])
  }
}
