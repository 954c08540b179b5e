import JSONDocuments

/// `dashboard`: what people look at.
struct DashboardKind: EntityKind {
  let type = "dashboard"
  let collection = "dashboards"
  let containers = [
    EntityContainer(member: "service", type: "dashboardService", passedOn: ["serviceType"])
  ]
  let filters = [ListFilter.container("service"), ListFilter.domain]

  let fields: [EntityField] =
    EntityField.base + [
      .container("service"), .inheritedServiceType,
      EntityField(
        "dashboardType", .words("Dashboard", "Report"), request: .same,
        update: .keptWhenAbsent(.minor), standard: "Dashboard"),
      EntityField("project", .text, request: .same, update: .value(.minor)),
      Self.parts("charts"), Self.parts("dataModels"),
      .sourceUrl, .sourceHash, .usageSummary, .votes, .lifeCycle, .followers, .certification,
      .entityStatus, .customProperties, .owners, .tags,
    ] + EntityField.domains + [.dataProducts, .dataContract]

  private static func parts(_ name: String) -> EntityField {
    EntityField(
      name, .entityReferences, request: .shaped(.list(.fullyQualifiedName)),
      content: .references, view: .onDemand(empty: []), update: .list(.minor))
  }

  /// Charts and data models are no kinds here, so that none of them is ever found.
  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    try ReferenceList.resolve("charts", "chart", by: .name, &document, request, in: context)
    try ReferenceList.resolve(
      "dataModels", "dashboardDataModel", by: .name, &document, request, in: context)
    for member in ["charts", "dataModels"] where document[member] == [] { document[member] = nil }
  }
}
