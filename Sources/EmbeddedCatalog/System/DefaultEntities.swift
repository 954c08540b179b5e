import JSONDocuments

/// What a new catalog holds: policies, roles, the administrator, the ingestion bot, tags.
struct DefaultEntities {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  func create(adminPassword: String) throws(CatalogFault) {
    try createPoliciesAndRoles()
    try createTeam()
    try createAdministrator(password: adminPassword)
    try createIngestionBot()
    try createTags()
    try createConnectionTests()
  }

  /// What the ingestion client looks for before it tries a source of metadata.
  private func createConnectionTests() throws(CatalogFault) {
    try createConnectionTest(
      "Postgres", "Checks whether metadata can be read from a PostgreSQL server.",
      steps: [
        ("CheckAccess", "Connect to the database with the credentials given.", true),
        ("GetDatabases", "List the databases.", false),
        ("GetSchemas", "List the schemas of the database.", true),
        ("GetTables", "List the tables of a schema.", true),
        ("GetViews", "List the views of a schema.", false),
        ("GetTags", "List the policy tags.", false),
        ("GetQueries", "Read the statistics of statements.", false),
      ])
    try createConnectionTest(
      "Mlflow", "Checks whether models can be read from an MLflow registry.",
      steps: [("GetModels", "List the registered models.", true)])
  }

  private func createConnectionTest(
    _ name: String, _ description: String, steps: [(String, String, Bool)]
  ) throws(CatalogFault) {
    _ = try create(
      "testConnectionDefinition",
      [
        "name": .string(name),
        "displayName": .string("\(name) Test Connection"),
        "description": .string(description),
        "steps": .array(
          steps.map { name, description, isMandatory in
            [
              "name": .string(name), "description": .string(description),
              "mandatory": .bool(isMandatory), "shortCircuit": .bool(name == "CheckAccess"),
            ]
          }),
      ])
  }

  private func createPoliciesAndRoles() throws(CatalogFault) {
    try createPolicy(
      "OrganizationPolicy",
      [
        rule("OrganizationPolicy-NoOwner-Rule", ["EditOwners"], condition: "noOwner()"),
        rule("OrganizationPolicy-Owner-Rule", ["All"], condition: "isOwner()"),
        rule("OrganizationPolicy-ViewAll-Rule", ["ViewAll"]),
      ])
    try createRole(
      "DataConsumer",
      [
        rule(
          "DataConsumerPolicy-EditRule",
          [
            "ViewAll", "EditDescription", "EditTags", "EditGlossaryTerms", "EditTier",
            "EditCertification",
          ])
      ])
    try createRole(
      "DataSteward",
      [
        rule(
          "DataStewardPolicy-EditRule",
          [
            "ViewAll", "EditDescription", "EditDisplayName", "EditLineage", "EditOwners",
            "EditTags", "EditGlossaryTerms", "EditTier", "EditCertification",
          ])
      ])
    try createRole(
      "IngestionBotRole", policy: "IngestionBotPolicy",
      [
        rule(
          "IngestionBotRule-Allow",
          ["Create", "EditAll", "ViewAll", "Delete"]),
        rule("IngestionBotRule-Deny", ["EditDisplayName"], effect: "deny"),
      ])
  }

  private func createTeam() throws(CatalogFault) {
    _ = try create("team", ["name": "Organization", "teamType": "Organization"])
  }

  private func createAdministrator(password: String) throws(CatalogFault) {
    _ = try create(
      "user",
      [
        "name": "admin", "email": "admin@open-metadata.org", "isAdmin": true,
        "password": .string(password),
      ])
  }

  private func createIngestionBot() throws(CatalogFault) {
    let role = try context.existing("role", named: "IngestionBotRole")
    _ = try create(
      "user",
      [
        "name": "ingestion-bot", "email": "ingestion-bot@open-metadata.org", "isBot": true,
        "roles": [.string(role.id)],
        "authenticationMechanism": ["authType": "JWT", "config": ["JWTTokenExpiry": "Unlimited"]],
      ])
    _ = try create("bot", ["name": "ingestion-bot", "botUser": "ingestion-bot"])
    try markSystem("bot", "ingestion-bot")
  }

  private func createTags() throws(CatalogFault) {
    let classifications: [(String, Bool, [String])] = [
      ("Tier", true, ["Tier1", "Tier2", "Tier3", "Tier4", "Tier5"]),
      ("PII", true, ["None", "NonSensitive", "Sensitive"]),
      ("PersonalData", true, ["Personal", "SpecialCategory"]),
    ]
    for (name, isExclusive, tags) in classifications {
      _ = try create(
        "classification",
        [
          "name": .string(name), "description": .string("Tags of \(name)"),
          "mutuallyExclusive": .bool(isExclusive), "provider": "system",
        ])
      for tag in tags {
        _ = try create(
          "tag",
          [
            "name": .string(tag), "classification": .string(name),
            "description": .string("\(name).\(tag)"), "provider": "system",
          ])
      }
    }
  }

  // MARK: Parts

  private func rule(
    _ name: String, _ operations: [String], effect: String = "allow", condition: String? = nil
  ) -> JSON {
    var rule = JSONObject([
      .init(key: "name", value: .string(name)),
      .init(key: "effect", value: .string(effect)),
      .init(key: "operations", value: .array(operations.map { .string($0) })),
      .init(key: "resources", value: ["All"]),
    ])
    rule["condition"] = condition.map { .string($0) }
    return .object(rule)
  }

  private func createRole(_ name: String, policy: String? = nil, _ rules: [JSON])
    throws(CatalogFault)
  {
    let policy = policy ?? name + "Policy"
    try createPolicy(policy, rules)
    _ = try create("role", ["name": .string(name), "policies": [.string(policy)]])
    try markSystem("role", name)
  }

  private func createPolicy(_ name: String, _ rules: [JSON]) throws(CatalogFault) {
    _ = try create("policy", ["name": .string(name), "rules": .array(rules)])
    try markSystem("policy", name)
  }

  /// Entities that come with the catalog cannot be deleted.
  private func markSystem(_ type: String, _ name: String) throws(CatalogFault) {
    var row = try context.existing(type, named: name)
    row.document["provider"] = "system"
    try context.session.update(row)
  }

  private func create(_ type: String, _ body: JSON) throws(CatalogFault) -> Answer {
    try EntityWriter(context.kind(type), context).create(body.object ?? JSONObject())
  }
}
