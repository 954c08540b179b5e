import JSONDocuments

/// `database`: the first level within a database service.
struct DatabaseKind: EntityKind {
  let type = "database"
  let collection = "databases"
  let containers = [
    EntityContainer(member: "service", type: "databaseService", passedOn: ["serviceType"])
  ]
  let filters = [ListFilter.container("service")]

  let fields: [EntityField] =
    EntityField.base + [
      .container("service"), .inheritedServiceType,
      EntityField("default", .boolean, request: .same, update: .keptWhenAbsent(.minor)),
      EntityField(
        "databaseSchemas", .entityReferences,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try presenter.contents(of: row)
        }, view: .onDemand(empty: [])),
      .retentionPeriod, .sourceUrl, .sourceHash, .usageSummary, .votes, .lifeCycle,
      .customProperties, .owners, .tags,
    ] + EntityField.domains + [
      .dataProducts, .dataContract, .certification, EntityField.followers.on(.since(1, 9)),
      EntityField.entityStatus.on(.since(1, 13)), .unfilled("location"),
      .unfilled("databaseProfilerConfig"),
    ]
}
