import JSONDocuments

/// `dataProduct`: data of a domain that is offered together.
///
/// Its fully qualified name is its name alone. An assumption, since no schema tells how it is made:
/// a product may have several domains from 1.9 on, so that none of them can be part of it.
struct DataProductKind: EntityKind {
  let type = "dataProduct"
  let collection = "dataProducts"
  let filters = [ListFilter.domain]
  let inheritedFields: Set<String> = ["owners", "experts"]

  let fields: [EntityField] =
    EntityField.domainBase + [
      .style, .owners, .experts,
      EntityField(
        "assets", .entityReferences, request: .same,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try presenter.referring(to: row, by: ["dataProducts"])
        }, view: .onDemand(empty: [])),
      .customProperties,
      EntityField.tags.on(.since(1, 9)), EntityField.followers.on(.since(1, 9)),
      EntityField.reviewers.on(.since(1, 13)), EntityField.votes.on(.since(1, 13)),
      EntityField.certification.on(.since(1, 13)), .entityStatus,
      Self.word(
        "dataProductType",
        [
          "RAW_DATA", "DERIVED_DATA", "DATASET", "REPORTS", "ANALYTIC_VIEW", "VISUALISATION_3D",
          "ALGORITHM", "DECISION_SUPPORT", "AUTOMATED_DECISION_MAKING", "DATA_ENHANCED_PRODUCT",
          "DATA_DRIVEN_SERVICE", "DATA_ENABLED_PERFORMANCE", "BI_DIRECTIONAL",
        ]),
      Self.word("visibility", ["PRIVATE", "INVITATION", "ORGANISATION", "DATASPACE", "PUBLIC"]),
      Self.word("portfolioPriority", ["CRITICAL", "HIGH", "MEDIUM", "LOW"]),
      EntityField(
        "lifecycleStage",
        .words(
          "IDEATION", "DESIGN", "DEVELOPMENT", "TESTING", "PRODUCTION", "DEPRECATED", "RETIRED"),
        update: .keptWhenAbsent(.minor), lines: .since(1, 13)),
      EntityField(
        "sla", .object([], others: .kept), update: .keptWhenAbsent(.minor), lines: .since(1, 13)),
      .unfilled("consumesFrom", .since(1, 13)), .unfilled("providesTo", .since(1, 13)),
    ]
    + EntityField.domains.map { field in
      var field = field
      field.view = .always
      field.isRequired = field.name == "domains"
      return field
    }

  private static func word(_ name: String, _ words: [String]) -> EntityField {
    EntityField(
      name, .oneOf(words.map { Shape.Word(text: $0) }), request: .same,
      update: .keptWhenAbsent(.minor), lines: .since(1, 13))
  }

  /// The first of its domains.
  func forebear(of row: EntityRow, in context: CatalogContext) throws(CatalogFault) -> EntityRow? {
    let domain = row.document["domain"] ?? row.document["domains"]?.array?.first
    guard let id = domain?["id"]?.string else { return nil }
    return try context.session.entity("domain", id: id)
  }

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    // Which assets there are is written on the assets.
    document["assets"] = nil
    try ReferenceList.resolve("experts", "user", by: .name, &document, request, in: context)
  }

  func written(
    _ row: EntityRow, isNew: Bool, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    guard let assets = request["assets"] else { return }
    for asset in try ReferenceCheck(context).references(assets) {
      try AssetRoutes.set("dataProducts", to: row, on: asset, in: context)
    }
  }

  var routes: [Route] { AssetRoutes.routes(self, member: "dataProducts") }
}
