import JSONDocuments

/// `table`: columns and how they are bound.
struct TableKind: EntityKind {
  let type = "table"
  let collection = "tables"
  let containers = [
    EntityContainer(
      member: "databaseSchema", type: "databaseSchema",
      passedOn: ["database", "service", "serviceType"])
  ]
  let filters = [ListFilter.container("database"), ListFilter.container("databaseSchema")]

  let fields: [EntityField] =
    EntityField.base + [
      .container("databaseSchema"), .outerContainer("database"), .outerContainer("service"),
      .inheritedServiceType,
      EntityField("tableType", Self.tableType, request: .same, update: .value(.minor)),
      EntityField(
        "columns", .list(ColumnShape.column), request: .same, required: true,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try ColumnPresenter(presenter).columns(row.document["columns"])
        },
        update: .custom { (update, name) throws(CatalogFault) in
          try ColumnUpdate.apply(to: &update, name)
        }),
      EntityField(
        "tableConstraints", .list(Self.tableConstraint), request: .same, update: .list(.minor)),
      EntityField(
        "tablePartition", .object([], others: .kept), request: .same, update: .value(.minor)),
      EntityField(
        "dataModel", .object([], others: .kept), request: .same, view: .onDemand(empty: nil)),
      EntityField("locationPath", .text, request: .same, update: .value(.minor)),
      EntityField(
        "schemaDefinition", .text, request: .same, view: .onDemand(empty: nil),
        update: .value(.minor)),
      EntityField("fileFormat", .text, request: .same, update: .keptWhenAbsent(.minor)),
      EntityField(
        "tableProfilerConfig", .object([], others: .kept), request: .same,
        view: .onDemand(empty: nil), update: .keptWhenAbsent(.minor)),
      EntityField(
        "aliases", .list(.text), request: .same, update: .list(.minor), lines: .since(1, 13)),
      .retentionPeriod, .sourceUrl, .sourceHash, .usageSummary, .votes, .lifeCycle, .followers,
      .certification, .entityStatus, .customProperties, .owners, .tags,
    ] + EntityField.domains + [.dataProducts, .dataContract] + Self.unmeasured

  var routes: [Route] { ColumnRoutes.routes(self) }

  private static let tableType = Shape.oneOf(
    [
      "Regular", "External", "Dynamic", "View", "SecureView", "MaterializedView", "Iceberg",
      "Local", "Partitioned", "Foreign", "Transient",
    ].map { Shape.Word(text: $0) }
      + ["Stream", "Stage", "SemanticView"].map { Shape.Word(text: $0, lines: .since(1, 9)) })

  private static let tableConstraint = Shape.object([
    Shape.Member(
      "constraintType",
      .oneOf(
        ["UNIQUE", "PRIMARY_KEY", "FOREIGN_KEY", "SORT_KEY", "DIST_KEY"].map {
          Shape.Word(text: $0)
        } + [Shape.Word(text: "CLUSTER_KEY", lines: .since(1, 7))])),
    Shape.Member("columns", .list(.text)),
    Shape.Member("referredColumns", .list(.fullyQualifiedName)),
    Shape.Member(
      "relationshipType",
      .words("ONE_TO_ONE", "ONE_TO_MANY", "MANY_TO_ONE", "MANY_TO_MANY"), lines: .since(1, 7)),
  ])

  private static let unmeasured =
    ["joins", "sampleData", "profile", "testSuite", "customMetrics", "location"]
    .map { EntityField.unfilled($0) }
    + ["processedLineage", "queries"].map { EntityField.unfilled($0, .since(1, 9)) }
    + ["compressionEnabled", "compressionCodec", "compressionStrategy", "pipelineObservability"]
    .map { EntityField.unfilled($0, .since(1, 13)) }

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    let name = try EntityDraft.parts(document["fullyQualifiedName"]?.string ?? "")
    document["columns"] = .array(
      try ColumnCompletion(context).columns(document["columns"], within: name))
  }
}
