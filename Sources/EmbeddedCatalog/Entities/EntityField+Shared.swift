import JSONDocuments

/// Fields that several kinds have.
extension EntityField {
  /// What every entity has.
  static let base: [EntityField] = [
    EntityField("id", .text),
    EntityField("name", .name, request: .same, required: true),
    EntityField("fullyQualifiedName", .text),
    EntityField("displayName", .text, request: .same, update: .displayName),
    EntityField("description", .text, request: .same, update: .description),
    EntityField("version", .number),
    EntityField("updatedAt", .integer),
    EntityField("updatedBy", .text),
    EntityField("href", .uri),
    EntityField("changeDescription", .any),
    EntityField("incrementalChangeDescription", .any, lines: .since(1, 6)),
    EntityField("deleted", .boolean),
  ]

  /// What an entity has that is either there or gone: it cannot be deleted softly.
  static let undeletableBase = base.filter { $0.name != "deleted" }

  /// The same of an entity whose create request may say the name that it will have anyway.
  static let domainBase = undeletableBase.map { field in
    var field = field
    if field.name == "fullyQualifiedName" { field.request = .shaped(.fullyQualifiedName) }
    return field
  }

  static let owners = EntityField(
    "owners", .entityReferences, request: .same, content: .references,
    view: .onDemand(empty: []), update: .owners)

  static let tags = EntityField(
    "tags", .tagLabels, request: .same, content: .tags, view: .onDemand(empty: []), update: .tags)

  /// One domain before 1.9, several since.
  static let domains = [
    EntityField(
      "domain", .entityReference, request: .shaped(.fullyQualifiedName), content: .reference,
      view: .onDemand(empty: nil), update: .domains, lines: .before(1, 9)),
    EntityField(
      "domains", .entityReferences, request: .shaped(.list(.fullyQualifiedName)),
      content: .references, view: .onDemand(empty: []), update: .domains, lines: .since(1, 9)),
  ]

  /// The domains of people and teams, who could have several from the beginning.
  static let memberDomains = EntityField(
    "domains", .entityReferences, request: .shaped(.list(.text)), content: .references,
    view: .onDemand(empty: []), update: .domains)

  static let dataProducts = EntityField(
    "dataProducts", .entityReferences, request: .shaped(.list(.fullyQualifiedName)),
    content: .references, view: .onDemand(empty: []), update: .dataProducts)

  static let followers = EntityField(
    "followers", .entityReferences, content: .references, view: .onDemand(empty: []))

  static let votes = EntityField(
    "votes", .any,
    view: .onDemand(empty: ["upVotes": 0, "downVotes": 0, "upVoters": [], "downVoters": []]))

  static let usageSummary = EntityField(
    "usageSummary", .any,
    view: .onDemand(
      empty: [
        "dailyStats": ["count": 0, "percentileRank": 0],
        "weeklyStats": ["count": 0, "percentileRank": 0],
        "monthlyStats": ["count": 0, "percentileRank": 0],
        "date": "1970-01-01",
      ]))

  /// A field that clients may ask for and that is never filled here.
  static func unfilled(_ name: String, _ lines: Lines = .all) -> EntityField {
    EntityField(name, .any, view: .onDemand(empty: nil), lines: lines)
  }

  /// The entities of a type that refer to this one by a member of theirs.
  static func referring(_ name: String, by member: String, type: String? = nil) -> EntityField {
    EntityField(
      name, .entityReferences,
      content: .custom { (row, presenter) throws(CatalogFault) in
        try presenter.referring(to: row, by: [member], type: type)
      }, view: .onDemand(empty: []))
  }

  /// A count that is only taken when asked for.
  static func count(
    _ name: String,
    _ count: @escaping @Sendable (EntityRow, EntityPresenter) throws(CatalogFault) -> JSON?
  ) -> EntityField {
    EntityField(name, .integer, content: .custom(count), view: .onDemand(empty: nil))
  }

  /// How many labels name it or what lies in it.
  static let usageCount = count("usageCount") { (row, presenter) throws(CatalogFault) in
    try presenter.usageCount(of: row)
  }

  static let children = EntityField(
    "children", .entityReferences,
    content: .custom { (row, presenter) throws(CatalogFault) in
      try presenter.contents(of: row)
    }, view: .onDemand(empty: []))

  static let childrenCount = count("childrenCount") { (row, presenter) throws(CatalogFault) in
    try presenter.contents(of: row).array.map { .number(JSONNumber($0.count)) }
  }

  static let dataContract = unfilled("dataContract", .since(1, 13))

  static let certification = EntityField(
    "certification", Certification.shape,
    content: .custom { (row, presenter) throws(CatalogFault) in
      try Certification.shown(row, presenter)
    }, view: .onDemand(empty: nil),
    update: .custom { (update, name) throws(CatalogFault) in
      try Certification.apply(to: &update, name)
    }, lines: .since(1, 6))

  static let lifeCycle = EntityField(
    "lifeCycle", .lifeCycle, request: .same, view: .onDemand(empty: nil),
    update: .keptWhenAbsent(.none))

  static let customProperties = EntityField(
    "extension", .object([], others: .kept), request: .same, view: .onDemand(empty: nil),
    update: .customProperties)

  /// Any text: the schema gives it no format, and connectors do not encode the names in it.
  static let sourceUrl = EntityField("sourceUrl", .text, request: .same, update: .value(.minor))

  static let sourceHash = EntityField(
    "sourceHash", .text(minimum: 1, maximum: 32), request: .same, view: .onDemand(empty: nil),
    update: .sourceHash)

  /// People and teams who approve.
  static let reviewers = EntityField(
    "reviewers", .entityReferences, request: .same, content: .references,
    view: .onDemand(empty: []), update: .list(.minor))

  /// People who know; a create request names them.
  static let experts = EntityField(
    "experts", .entityReferences, request: .shaped(.list(.text)), content: .references,
    view: .onDemand(empty: []), update: .list(.minor))

  static let style = EntityField("style", .style, request: .same, update: .value(.minor))

  /// Who made it: the catalog itself or somebody who uses it.
  static let provider = EntityField(
    "provider",
    .oneOf([
      Shape.Word(text: "system"), Shape.Word(text: "user"),
      Shape.Word(text: "automation", lines: .since(1, 9)),
    ]), request: .same, standard: "user")

  /// A truth value that is false until it is given, and stays when a PUT says nothing of it.
  static func flag(_ name: String) -> EntityField {
    EntityField(
      name, .boolean, request: .same, update: .keptWhenAbsent(.minor), standard: false)
  }

  /// How far an entity is in being approved.
  static let entityStatus = EntityField(
    "entityStatus",
    .words("Draft", "In Review", "Approved", "Archived", "Deprecated", "Rejected", "Unprocessed"),
    update: .keptWhenAbsent(.minor), standard: "Unprocessed", lines: .since(1, 10))

  static let retentionPeriod = EntityField(
    "retentionPeriod", .text, request: .same, update: .value(.minor))

  /// A container named in the request and shown as a reference.
  static func container(_ name: String) -> EntityField {
    EntityField(
      name, .entityReference, request: .shaped(.fullyQualifiedName), required: true,
      content: .reference)
  }

  /// A container of a container.
  static func outerContainer(_ name: String) -> EntityField {
    EntityField(name, .entityReference, content: .reference)
  }

  /// The kind of service an entity belongs to.
  static let inheritedServiceType = EntityField("serviceType", .text)
}
