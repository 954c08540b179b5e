import JSONDocuments

/// How many entities there are of each kind, and whether the server's parts work.
struct CatalogStatistics {
  /// The kinds by OpenMetadata's names of their counts; those that are not kept here count 0.
  private static let entities = [
    ("tableCount", "table"), ("topicCount", "topic"), ("dashboardCount", "dashboard"),
    ("pipelineCount", "pipeline"), ("mlmodelCount", "mlmodel"), ("teamCount", "team"),
    ("testSuiteCount", "testSuite"), ("storageContainerCount", "container"),
    ("glossaryCount", "glossary"), ("glossaryTermCount", "glossaryTerm"),
  ]

  private static let services = [
    ("databaseServiceCount", "databaseService"), ("messagingServiceCount", "messagingService"),
    ("dashboardServiceCount", "dashboardService"), ("pipelineServiceCount", "pipelineService"),
    ("mlModelServiceCount", "mlmodelService"), ("storageServiceCount", "storageService"),
  ]

  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// The counts of entities, services together; of users only the people.
  func entities(_ include: EntityListing.Include) throws(CatalogFault) -> JSON {
    var counts = try counts(Self.entities, include)
    var services = 0
    for (_, type) in Self.services { services += try count(type, include) }
    counts["servicesCount"] = .number(JSONNumber(services))
    var people = EntityListing(type: "user", include: include)
    people.flags = [("isBot", false)]
    counts["userCount"] = .number(JSONNumber(try context.session.count(people)))
    return .object(counts)
  }

  func services(_ include: EntityListing.Include) throws(CatalogFault) -> JSON {
    .object(try counts(Self.services, include))
  }

  private func counts(
    _ names: [(String, String)], _ include: EntityListing.Include
  ) throws(CatalogFault) -> JSONObject {
    var counts = JSONObject()
    for (name, type) in names { counts[name] = .number(JSONNumber(try count(type, include))) }
    return counts
  }

  private func count(_ type: String, _ include: EntityListing.Include) throws(CatalogFault) -> Int {
    try context.session.count(EntityListing(type: type, include: include))
  }

  /// OpenMetadata's validation of an installation, of the parts that this one has.
  func validation() throws(CatalogFault) -> JSON {
    let integrity = try context.session.connection.run("PRAGMA quick_check").first?.first?.text
    let indexed = try context.session.connection.run(
      "SELECT count(*) FROM entities WHERE id NOT IN (SELECT id FROM search_rows)")
    return [
      "database": Self.step(
        "The data file can be read and is whole.", integrity == "ok", integrity ?? ""),
      "searchInstance": Self.step(
        "Every entity is in the index.", indexed[0][0].integer == 0,
        "\(indexed[0][0].integer) entities are missing"),
      "pipelineServiceClient": Self.step(
        "Pipelines can be deployed.", false, "This server runs no pipelines"),
      "jwks": Self.step("Tokens can be checked with the server's keys.", true, ""),
      "migrations": Self.step("The data file has the layout of this version.", true, ""),
    ]
  }

  private static func step(_ description: String, _ isPassed: Bool, _ message: String) -> JSON {
    [
      "description": .string(description), "passed": .bool(isPassed),
      "message": .string(isPassed ? "OK" : message),
    ]
  }
}
