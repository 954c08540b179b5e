/// `storedProcedure`: code that lives in a schema.
struct StoredProcedureKind: EntityKind {
  let type = "storedProcedure"
  let collection = "storedProcedures"
  let containers = [
    EntityContainer(
      member: "databaseSchema", type: "databaseSchema",
      passedOn: ["database", "service", "serviceType"])
  ]
  let filters = [ListFilter.container("databaseSchema")]

  let fields: [EntityField] =
    EntityField.base + [
      .container("databaseSchema"), .outerContainer("database"), .outerContainer("service"),
      .inheritedServiceType,
      EntityField(
        "storedProcedureCode",
        .object([Shape.Member("language", .text), Shape.Member("code", .text)]), request: .same,
        required: true, update: .value(.minor)),
      EntityField("storedProcedureType", .text, request: .same, update: .keptWhenAbsent(.minor)),
      .sourceUrl, .sourceHash, .votes, .lifeCycle, .followers, .customProperties, .owners, .tags,
    ] + EntityField.domains + [
      .dataProducts, .dataContract, .certification, EntityField.entityStatus.on(.since(1, 13)),
      .unfilled("code"),
      .unfilled("processedLineage", .since(1, 9)),
    ]
}
