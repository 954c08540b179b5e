import JSONDocuments
import Testing

@testable import EmbeddedCatalog

/// One kind of entity, and how to make entities of it.
struct KindSample: Sendable, CustomTestStringConvertible {
  /// What the kind is called, and the path of its requests.
  let kind: any EntityKind
  /// What a create request says besides the name and a description.
  private let members: JSON
  /// What has to be there first: collections and bodies, in order.
  private let surroundings: [(collection: String, body: JSON)]
  /// The release lines whose entities of this kind have owners, as the official clients' classes
  /// of 1.5 and 2.0 do; nil for none.
  private let ownedSince: ServerLine?
  /// Whether a deleted entity can be restored: whether those classes have `deleted`.
  let isRestorable: Bool
  /// Whether only administrators make or replace one.
  let isAdministered: Bool

  private init(
    _ kind: any EntityKind, _ members: JSON = [:], in surroundings: [(String, JSON)] = [],
    ownedSince: ServerLine? = ServerLine(1, 5), isRestorable: Bool = true,
    isAdministered: Bool = false
  ) {
    self.kind = kind
    self.members = members
    self.surroundings = surroundings
    self.ownedSince = ownedSince
    self.isRestorable = isRestorable
    self.isAdministered = isAdministered
  }

  var testDescription: String { kind.type }

  /// Whether entities of this kind have owners on a line.
  func hasOwners(_ line: ServerLine) -> Bool { ownedSince.map { line >= $0 } ?? false }

  /// Makes what has to be there first.
  func prepare(_ catalog: CatalogUnderTest) throws {
    for (collection, body) in surroundings {
      let reply = try catalog.send("PUT", collection, body)
      try #require(reply.status < 300, "\(collection): \(reply.body.text())")
    }
  }

  /// A create request.
  func request(_ name: String, _ others: JSON = [:], for line: ServerLine) -> JSON {
    var request = members.object ?? JSONObject()
    request["name"] = .string(name)
    request["description"] = "For tests"
    if kind.type == "user" { request["email"] = .string("\(name)@open-metadata.org") }
    // Only the later lines demand it.
    if kind.type == "dataProduct", line >= ServerLine(1, 9) { request["domains"] = ["Finance"] }
    for member in others.object?.members ?? [] { request[member.key] = member.value }
    return .object(request)
  }

  /// Makes an entity as the administrator; its id.
  @discardableResult
  func make(_ name: String, _ others: JSON = [:], in catalog: CatalogUnderTest) throws -> String {
    let reply = try catalog.send("PUT", kind.collection, request(name, others, for: catalog.line))
    try #require(reply.status < 300, "\(reply.body.text())")
    return try #require(reply["id"]?.string)
  }

  // MARK: All of them

  private static let databaseService: (String, JSON) = (
    "services/databaseServices", ["name": "shop", "serviceType": "Postgres"]
  )
  private static let database: (String, JSON) = ("databases", ["name": "db", "service": "shop"])
  private static let schema: (String, JSON) = (
    "databaseSchemas", ["name": "public", "database": "shop.db"]
  )
  private static let rules: JSON = [
    ["name": "r", "effect": "allow", "operations": ["ViewAll"], "resources": ["All"]]
  ]

  /// Every kind that there is; a test sees to that.
  static let all = data + people + words

  private static let data = [
    KindSample(DatabaseServiceKind(), ["serviceType": "Postgres"]),
    KindSample(DatabaseKind(), ["service": "shop"], in: [databaseService]),
    KindSample(DatabaseSchemaKind(), ["database": "shop.db"], in: [databaseService, database]),
    KindSample(
      TableKind(),
      ["databaseSchema": "shop.db.public", "columns": [["name": "id", "dataType": "INT"]]],
      in: [databaseService, database, schema]),
    KindSample(
      StoredProcedureKind(),
      ["databaseSchema": "shop.db.public", "storedProcedureCode": ["code": "select 1"]],
      in: [databaseService, database, schema]),
    KindSample(MlModelServiceKind(), ["serviceType": "CustomMlModel"]),
    KindSample(
      MlModelKind(), ["service": "Models", "algorithm": "A"],
      in: [("services/mlmodelServices", ["name": "Models", "serviceType": "CustomMlModel"])]),
    KindSample(DashboardServiceKind(), ["serviceType": "Superset"]),
    KindSample(
      DashboardKind(), ["service": "superset"],
      in: [("services/dashboardServices", ["name": "superset", "serviceType": "Superset"])]),
    KindSample(
      TypeKind(), ["nameSpace": "test", "schema": "{}", "category": "entity"], ownedSince: nil,
      isRestorable: false, isAdministered: true),
    KindSample(TestConnectionDefinitionKind(), ["steps": []]),
  ]

  private static let people = [
    KindSample(UserKind(), ownedSince: nil),
    KindSample(TeamKind(), ["teamType": "Group"]),
    KindSample(RoleKind(), ["policies": ["DataConsumerPolicy"]], ownedSince: nil),
    KindSample(PolicyKind(), ["rules": rules]),
    KindSample(
      BotKind(), ["botUser": "ingestion-bot"], ownedSince: nil, isAdministered: true),
  ]

  private static let words = [
    KindSample(ClassificationKind(), ownedSince: ServerLine(1, 9)),
    KindSample(
      TagKind(), ["classification": "Colour"],
      in: [("classifications", ["name": "Colour", "description": "Colours"])],
      ownedSince: ServerLine(1, 9)),
    KindSample(GlossaryKind()),
    KindSample(
      GlossaryTermKind(), ["glossary": "Business"],
      in: [("glossaries", ["name": "Business", "description": "Words"])]),
    KindSample(DomainKind(), ["domainType": "Aggregate"], isRestorable: false),
    KindSample(
      DataProductKind(),
      in: [
        (
          "domains", ["name": "Finance", "description": "Money", "domainType": "Aggregate"]
        )
      ], isRestorable: false),
  ]
}
