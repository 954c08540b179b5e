import JSONDocuments

/// `domain`: a part of the business, possibly within another one.
struct DomainKind: EntityKind {
  let type = "domain"
  let collection = "domains"
  let containers = [EntityContainer(member: "parent", type: "domain")]
  let filters = [ListFilter(parameter: "directChildrenOf", comparison: .parent)]
  let inheritedFields: Set<String> = ["owners", "experts"]
  /// An assumption, that deleting a domain takes those within it along unasked: neither the schemas
  /// nor the clients tell, and what a client may ask for (`recursive`) is allowed either way.
  let removesContents = true

  let fields: [EntityField] =
    EntityField.domainBase + [
      EntityField(
        "domainType", .words("Source-aligned", "Consumer-aligned", "Aggregate"), request: .same,
        required: true, update: .value(.minor)),
      .style,
      EntityField(
        "parent", .entityReference, request: .shaped(.fullyQualifiedName), content: .reference,
        view: .onDemand(empty: nil)),
      .children, EntityField.childrenCount.on(.since(1, 13)),
      EntityField(
        "assets", .entityReferences,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try presenter.referring(to: row, by: ["domain", "domains"])
        }, view: .onDemand(empty: [])),
      .owners, .experts,
      EntityField.tags.on(.since(1, 9)), EntityField.customProperties.on(.since(1, 9)),
      EntityField.followers.on(.since(1, 9)), EntityField.votes.on(.since(1, 13)),
      EntityField.certification.on(.since(1, 13)), .entityStatus,
    ]

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    try ReferenceList.resolve("experts", "user", by: .name, &document, request, in: context)
  }

  var routes: [Route] { AssetRoutes.routes(self, member: "domain") }
}
