import JSONDocuments

/// `databaseSchema`: what holds tables.
struct DatabaseSchemaKind: EntityKind {
  let type = "databaseSchema"
  let collection = "databaseSchemas"
  let containers = [
    EntityContainer(
      member: "database", type: "database", passedOn: ["service", "serviceType"])
  ]
  let filters = [ListFilter.container("database")]

  let fields: [EntityField] =
    EntityField.base + [
      .container("database"), .outerContainer("service"), .inheritedServiceType,
      EntityField(
        "tables", .entityReferences,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try presenter.contents(of: row, type: "table")
        }, view: .onDemand(empty: [])),
      .retentionPeriod, .sourceUrl, .sourceHash, .usageSummary, .votes, .lifeCycle,
      .customProperties, .owners, .tags,
    ] + EntityField.domains + [
      .dataProducts, .dataContract, .certification, EntityField.followers.on(.since(1, 9)),
      EntityField.entityStatus.on(.since(1, 13)),
      .unfilled("databaseSchemaProfilerConfig"),
    ]
}
