import JSONDocuments

/// `mlmodel`: a model with its features, their sources and its parameters.
struct MlModelKind: EntityKind {
  let type = "mlmodel"
  let collection = "mlmodels"
  let containers = [
    EntityContainer(member: "service", type: "mlmodelService", passedOn: ["serviceType"])
  ]
  let filters = [ListFilter.container("service")]

  let fields: [EntityField] =
    EntityField.base + [
      .container("service"), .inheritedServiceType,
      EntityField(
        "algorithm", .text, request: .same, update: .keptWhenAbsent(.major)),
      EntityField(
        "mlFeatures", .list(MlFeatureShape.feature), request: .same,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try row.document["mlFeatures"].map { (features) throws(CatalogFault) in
            try MlFeaturePresenter(presenter).features(features)
          }
        },
        update: .custom { (update, name) throws(CatalogFault) in
          try MlFeatureUpdate.apply(to: &update, name)
        }),
      EntityField(
        "mlHyperParameters", .list(MlFeatureShape.hyperParameter), request: .same,
        update: .list(.minor)),
      EntityField("target", .name, request: .same, update: .value(.major)),
      EntityField(
        "dashboard", .entityReference, request: .shaped(.fullyQualifiedName),
        content: .reference, view: .onDemand(empty: nil), update: .value(.minor)),
      EntityField("mlStore", MlFeatureShape.store, request: .same, update: .value(.minor)),
      EntityField("server", .uri, request: .same, update: .value(.major)),
      .sourceUrl, .sourceHash, .usageSummary, .votes, .lifeCycle, .followers, .certification,
      .entityStatus, .customProperties, .owners, .tags,
    ] + EntityField.domains + [.dataProducts, .dataContract]

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    if let dashboard = request["dashboard"], dashboard.string != nil {
      document["dashboard"] = try ReferenceCheck(context).named("dashboard", [dashboard]).first
    }
    if let features = document["mlFeatures"] {
      let name = try EntityDraft.parts(document["fullyQualifiedName"]?.string ?? "")
      document["mlFeatures"] = .array(
        try MlFeatureCompletion(context).features(features, within: name))
    }
  }

  /// Creation alone draws an edge, without details, from every data source; a fault lets changes do
  /// so as well, and what details there were are lost.
  func written(
    _ row: EntityRow, isNew: Bool, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    guard isNew || context.deviation.redrawsEdges else { return }
    for feature in row.document["mlFeatures"]?.array ?? [] {
      for source in feature["featureSources"]?.array ?? [] {
        guard let id = source["dataSource"]?["id"]?.string else { continue }
        try context.session.relate(id.lowercased(), .upstream, row.id)
      }
    }
  }
}
