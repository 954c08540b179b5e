import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Roles and what they may do")
struct RoleMatrixTests {
  static let roles: [CatalogUnderTest.Role] = [
    .administrator, .ingestionBot, .steward, .consumer, .expired, .anonymous,
  ]

  /// A request by its name, and the status for each role in the order above.
  private static let expected: [(operation: String, statuses: [Int])] = [
    ("read", [200, 200, 200, 200, 401, 401]),
    ("list", [200, 200, 200, 200, 401, 401]),
    ("search", [200, 200, 200, 200, 401, 401]),
    ("read lineage", [200, 200, 200, 200, 401, 401]),
    ("read permissions", [200, 200, 200, 200, 401, 401]),
    ("POST", [201, 201, 403, 403, 401, 401]),
    ("PUT of what is new", [201, 201, 403, 403, 401, 401]),
    ("PUT of what is there", [200, 200, 403, 403, 401, 401]),
    ("PATCH of the description", [200, 200, 200, 200, 401, 401]),
    ("PATCH of the tags", [200, 200, 200, 200, 401, 401]),
    ("PATCH of the display name", [200, 403, 200, 403, 401, 401]),
    ("PATCH of the owners", [200, 200, 200, 403, 401, 401]),
    ("PATCH of the algorithm", [200, 200, 403, 403, 401, 401]),
    ("PATCH of description and algorithm", [200, 200, 403, 403, 401, 401]),
    ("soft DELETE", [200, 200, 403, 403, 401, 401]),
    ("hard DELETE", [200, 200, 403, 403, 401, 401]),
    ("restore", [200, 200, 403, 403, 401, 401]),
    ("PUT of lineage", [200, 200, 200, 403, 401, 401]),
    ("DELETE of lineage", [200, 200, 200, 403, 401, 401]),
    ("new bot", [201, 403, 403, 403, 401, 401]),
    ("new administrator", [201, 403, 403, 403, 401, 401]),
    ("token of a bot", [200, 403, 403, 403, 401, 401]),
    ("others' permissions", [200, 403, 403, 403, 401, 401]),
    ("role for oneself", [200, 403, 403, 403, 401, 401]),
  ]

  @Test("each role is answered 401, 403 or done, operation by operation", arguments: roles)
  func matrix(role: CatalogUnderTest.Role) throws {
    let catalog = try CatalogUnderTest()
    let token = try catalog.token(of: role)
    let column = try #require(Self.roles.firstIndex(of: role))
    if role == .expired { catalog.pass(seconds: 3600) }
    let admin = role == .expired ? try catalog.logInAgain() : catalog.adminToken
    for (operation, statuses) in Self.expected {
      let reply = try perform(operation, on: catalog, token, admin)
      #expect(
        reply.status == statuses[column], "\(operation): \(reply.status) \(reply.message)")
      if reply.status == 403 {
        #expect(reply.message.hasPrefix("Principal: CatalogPrincipal{name='"), "\(operation)")
      }
    }
  }

  /// Sends one request about a fresh model that the administrator owns.
  private func perform(
    _ operation: String, on catalog: CatalogUnderTest, _ token: String, _ admin: String
  ) throws -> CatalogUnderTest.Reply {
    @discardableResult
    func prepare(_ method: String, _ path: String, _ body: JSON? = nil) throws
      -> CatalogUnderTest.Reply
    {
      try catalog.send(method, path, body, token: admin)
    }
    func send(_ method: String, _ path: String, _ body: JSON? = nil) throws
      -> CatalogUnderTest.Reply
    {
      try catalog.send(method, path, body, token: token)
    }
    let owner = try #require(prepare("GET", "users/name/admin")["id"])
    try prepare(
      "PUT", "services/mlmodelServices", ["name": "Models", "serviceType": "CustomMlModel"])
    let name = JSON.string(operation.replacing(" ", with: "-"))
    let body: JSON = [
      "name": name, "service": "Models", "algorithm": "A",
      "owners": [["id": owner, "type": "user"]],
    ]
    let id = try #require(prepare("PUT", "mlmodels", body)["id"]?.string)
    let model: JSON = ["id": .string(id), "type": "mlmodel"]
    let other = try #require(
      prepare("PUT", "mlmodels", ["name": "Other", "service": "Models", "algorithm": "A"])["id"])
    let edge: JSON = [
      "edge": ["fromEntity": ["id": other, "type": "mlmodel"], "toEntity": model]
    ]
    func patch(_ path: String, _ value: JSON) -> JSON {
      ["op": "add", "path": .string("/" + path), "value": value]
    }
    switch operation {
    case "read": return try send("GET", "mlmodels/\(id)")
    case "list": return try send("GET", "mlmodels")
    case "search": return try send("GET", "search/query?q=a")
    case "read lineage": return try send("GET", "lineage/mlmodel/\(id)")
    case "read permissions": return try send("GET", "permissions/mlmodel/\(id)")
    case "POST", "PUT of what is new":
      return try send(
        operation == "POST" ? "POST" : "PUT", "mlmodels",
        ["name": .string("new \(operation)"), "service": "Models", "algorithm": "A"])
    case "PUT of what is there": return try send("PUT", "mlmodels", body)
    case "PATCH of the description":
      return try send("PATCH", "mlmodels/\(id)", [patch("description", "d")])
    case "PATCH of the tags":
      return try send(
        "PATCH", "mlmodels/\(id)",
        [
          patch(
            "tags",
            [
              [
                "tagFQN": "PII.None", "source": "Classification", "labelType": "Manual",
                "state": "Confirmed",
              ]
            ])
        ])
    case "PATCH of the display name":
      return try send("PATCH", "mlmodels/\(id)", [patch("displayName", "D")])
    case "PATCH of the owners": return try send("PATCH", "mlmodels/\(id)", [patch("owners", [])])
    case "PATCH of the algorithm":
      return try send("PATCH", "mlmodels/\(id)", [patch("algorithm", "B")])
    case "PATCH of description and algorithm":
      return try send(
        "PATCH", "mlmodels/\(id)", [patch("description", "d"), patch("algorithm", "B")])
    case "soft DELETE": return try send("DELETE", "mlmodels/\(id)")
    case "hard DELETE": return try send("DELETE", "mlmodels/\(id)?hardDelete=true")
    case "restore":
      try prepare("DELETE", "mlmodels/\(id)")
      return try send("PUT", "mlmodels/restore", ["id": .string(id)])
    case "PUT of lineage": return try send("PUT", "lineage", edge)
    case "DELETE of lineage":
      try prepare("PUT", "lineage", edge)
      return try send("DELETE", "lineage/mlmodel/\(other.string ?? "")/mlmodel/\(id)")
    case "new bot":
      try prepare(
        "PUT", "users", ["name": "b", "email": "b@open-metadata.org", "isBot": true])
      return try send("PUT", "bots", ["name": "b", "botUser": "b"])
    case "new administrator":
      return try send(
        "PUT", "users", ["name": "a", "email": "a@open-metadata.org", "isAdmin": true])
    case "token of a bot":
      let bot = try #require(prepare("GET", "users/name/ingestion-bot")["id"]?.string)
      return try send("GET", "users/token/\(bot)")
    case "others' permissions":
      try prepare("PUT", "users", ["name": "other", "email": "other@open-metadata.org"])
      return try send("GET", "permissions?user=other")
    default:
      let role = try #require(prepare("GET", "roles/name/DataSteward")["id"])
      let me = try send("GET", "users/loggedInUser")["id"]?.string ?? owner.string ?? ""
      return try send(
        "PATCH", "users/\(me)", [patch("roles", [["id": role, "type": "role"]])])
    }
  }
}
