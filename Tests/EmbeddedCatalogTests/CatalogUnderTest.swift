import FoundationEssentials
import FullyQualifiedNames
import JSONDocuments
import Testing

@testable import EmbeddedCatalog

/// A catalog that is called without a socket, with a clock that tests move.
final class CatalogUnderTest: Sendable {
  /// An answer as a client would read it.
  struct Reply {
    let status: Int
    let headers: [String: String]
    let body: JSON

    subscript(key: String) -> JSON? { body[key] }
    var message: String { body["message"]?.string ?? "" }
  }

  let handler: CatalogHandler
  let adminToken: String
  /// The release line that it answers as.
  let line: ServerLine
  private let clock: TestClock
  private let file: TemporaryFile?

  /// Opens a copy of a new catalog; a fresh one has a key of its own.
  init(version: String = "1.5.10", isFresh: Bool = false) throws {
    line = try #require(ServerLine(version: version))
    clock = TestClock()
    if isFresh {
      file = nil
      handler = try Self.open(":memory:", version, clock)
      adminToken = try Self.logIn(handler)
    } else {
      let template = try Self.template.get()
      let copy = try TemporaryFile(copying: template.file.path)
      file = copy
      handler = try Self.open(copy.path, version, clock)
      adminToken = template.token
    }
  }

  /// Opens a data file that stays.
  init(dataPath: String, version: String = "1.5.10") throws {
    line = try #require(ServerLine(version: version))
    clock = TestClock()
    file = nil
    handler = try Self.open(dataPath, version, clock)
    adminToken = try Self.logIn(handler)
  }

  /// A new catalog's data file and its administrator: making keys takes long, copying does not.
  private static let template = Result {
    let file = try TemporaryFile()
    let handler = try open(file.path, "1.5.10", TestClock())
    return (file: file, token: try logIn(handler))
  }

  private static func open(
    _ path: String, _ version: String, _ clock: TestClock
  ) throws -> CatalogHandler {
    try CatalogHandler(CatalogConfiguration(dataPath: path, version: version)) { clock.now }
  }

  /// Moves the clock.
  func pass(seconds: Int64) { clock.pass(seconds) }

  /// Sends a request; the target is a path below `/api/v1` with an optional query.
  @discardableResult
  func send(
    _ method: String, _ target: String, _ body: JSON? = nil, token: String? = nil,
    headers: [String: String] = [:]
  ) throws -> Reply {
    try send(method, target, bytes: body?.encoded() ?? [], token: token, headers: headers)
  }

  @discardableResult
  func send(
    _ method: String, _ target: String, bytes: [UInt8], token: String? = nil,
    headers: [String: String] = [:]
  ) throws -> Reply {
    var all = headers
    if token != "" { all["authorization"] = "Bearer " + (token ?? adminToken) }
    if all["content-type"] == nil {
      all["content-type"] =
        method == "PATCH" ? "application/json-patch+json" : "application/json"
    }
    return try Self.send(handler, method, target, bytes, all)
  }

  private static func send(
    _ handler: CatalogHandler, _ method: String, _ target: String, _ body: [UInt8],
    _ headers: [String: String]
  ) throws -> Reply {
    let answer = try Self.answer(of: handler, method, "/api/v1/" + target, headers, body)
    return Reply(
      status: answer.status, headers: answer.headers,
      body: answer.body.isEmpty ? .null : try JSON(parsing: answer.body))
  }

  /// What a handler answers; the target is the whole of a request line's.
  static func answer(
    of handler: CatalogHandler, _ method: String, _ target: String, _ headers: [String: String],
    _ body: [UInt8]
  ) throws -> (status: Int, headers: [String: String], body: [UInt8]) {
    let parsed = try #require(RequestTarget(target))
    let answer = handler.reply(
      to: ServerRequest(
        method: method, rawTarget: target, path: parsed.path, query: parsed.query,
        headers: headers, body: body), at: "http://catalog.test"
    ).response()
    let fields = answer.headers.map { ($0.0.lowercased(), $0.1) }
    return (answer.status, Dictionary(fields) { $1 }, answer.body)
  }

  private static func logIn(_ handler: CatalogHandler) throws -> String {
    let body: JSON = ["email": "admin@open-metadata.org", "password": "YWRtaW4="]
    let reply = try send(handler, "POST", "users/login", body.encoded(), [:])
    return try #require(reply["accessToken"]?.string, "\(reply.body.text())")
  }

  // MARK: People and bots

  /// Makes a user and signs in.
  func user(_ name: String, role: String? = nil) throws -> String {
    var request: JSONObject = JSONObject([
      .init(key: "name", value: .string(name)),
      .init(key: "email", value: .string("\(name)@open-metadata.org")),
      .init(key: "password", value: "Secret1!"),
    ])
    if let role {
      let id = try send("GET", "roles/name/\(role)")["id"]
      request["roles"] = .array([try #require(id)])
    }
    try #require(send("POST", "users", .object(request)).status == 201)
    let reply = try send(
      "POST", "users/login",
      ["email": .string("\(name)@open-metadata.org"), "password": "U2VjcmV0MSE="], token: "")
    return try #require(reply["accessToken"]?.string)
  }

  /// A new session of the administrator.
  func logInAgain() throws -> String { try Self.logIn(handler) }

  /// The token of the bot every catalog has.
  func ingestionBot() throws -> String {
    let bot = try send("GET", "bots/name/ingestion-bot")
    let id = try #require(bot["botUser"]?["id"]?.string)
    return try #require(send("GET", "users/token/\(id)")["JWTToken"]?.string)
  }

  // MARK: A small world

  /// One table `shop.db.public.orders` with three columns; its id.
  @discardableResult
  func table(_ name: String = "orders") throws -> String {
    try send(
      "PUT", "services/databaseServices", ["name": "shop", "serviceType": "Postgres"])
    try send("PUT", "databases", ["name": "db", "service": "shop"])
    try send("PUT", "databaseSchemas", ["name": "public", "database": "shop.db"])
    let reply = try send(
      "PUT", "tables",
      [
        "name": .string(name), "databaseSchema": "shop.db.public",
        "columns": [
          ["name": "id", "dataType": "INT"], ["name": "order id", "dataType": "INT"],
          ["name": "last_update", "dataType": "TIMESTAMP"],
        ],
      ])
    return try #require(reply["id"]?.string, "\(reply.body.text())")
  }

  /// One service `Models` and the body of a model in it with one feature from the table.
  func modelRequest(_ changes: JSON = [:]) throws -> JSON {
    let table = try table()
    try send(
      "PUT", "services/mlmodelServices", ["name": "Models", "serviceType": "CustomMlModel"])
    var request: JSONObject = JSONObject([
      .init(key: "name", value: "Revenue"), .init(key: "service", value: "Models"),
      .init(key: "algorithm", value: "XGBoost"),
      .init(
        key: "mlFeatures",
        value: [
          [
            "name": "bucket", "dataType": "categorical",
            "featureSources": [
              [
                "name": "last_update", "dataType": "timestamp",
                "dataSource": [
                  "id": .string(table), "type": "table",
                  "fullyQualifiedName": "shop.db.public.orders",
                ],
              ]
            ],
          ]
        ]),
    ])
    for member in changes.object?.members ?? [] {
      request[member.key] = member.value.isNull ? nil : member.value
    }
    return .object(request)
  }

  @discardableResult
  func model(_ changes: JSON = [:]) throws -> Reply {
    let reply = try send("PUT", "mlmodels", modelRequest(changes))
    try #require(reply.status < 300, "\(reply.body.text())")
    return reply
  }
}
