import JSONDocuments

/// `type`: a kind of entity with its custom properties, or a kind of value of such a property.
struct TypeKind: EntityKind {
  let type = "type"
  let collection = "metadata/types"
  let filters = [ListFilter(parameter: "category", comparison: .text(member: "category"))]

  let fields: [EntityField] =
    EntityField.undeletableBase + [
      EntityField("category", .words("field", "entity"), request: .same),
      EntityField("nameSpace", .text, request: .same, required: true),
      EntityField("schema", .text, request: .same, required: true, update: .value(.minor)),
      EntityField(
        "customProperties", .list(CustomProperty.shape),
        content: .custom { (row, presenter) throws(CatalogFault) in
          try CustomProperty.shown(row.document["customProperties"], presenter)
        }, view: .onDemand(empty: []),
        update: .custom { (update, name) throws(CatalogFault) in
          try CustomProperty.apply(to: &update, name)
        }),
    ] + EntityField.domains + [EntityField.dataProducts.requested(.none)]

  func authorize(_ request: JSONObject, in context: CatalogContext) throws(CatalogFault) {
    try Authorizer(context).demandAdministrator()
  }

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    guard let properties = document["customProperties"]?.array else { return }
    document["customProperties"] = .array(
      try properties.map { (property) throws(CatalogFault) in
        try CustomProperty.stored(property, in: context)
      })
  }

  var routes: [Route] {
    [
      Route("PUT", "\(collection)/{id}") { (request, context) throws(CatalogFault) in
        let row = try EntityReader(self, context).entity(id: request["id"], .all)
        return try add(request.object(), to: row, in: context)
      }
    ]
  }

  /// Defines a property, or brings the one with the same name up to date.
  private func add(_ body: JSONObject, to row: EntityRow, in context: CatalogContext)
    throws(CatalogFault) -> Answer
  {
    try Authorizer(context).demand([.editAll], self, row)
    if row.document["category"] != "entity" {
      throw .badRequest("Only entity types can be extended and field types can't be extended")
    }
    let read = try ShapeReader(line: context.line).read(
      .object(body), as: CustomProperty.requestShape, at: "")
    let property = try CustomProperty.stored(read, in: context)
    var document = row.document
    var properties = document["customProperties"]?.array ?? []
    if let index = properties.firstIndex(where: { $0["name"] == property["name"] }) {
      properties[index] = try CustomProperty.merged(property, into: properties[index])
    } else {
      properties.append(property)
    }
    document["customProperties"] = .array(properties)
    var update = EntityUpdate(self, .put, from: row.document, to: document, in: context)
    try update.run()
    let stored = try EntityStoring(context).store(update, over: row)
    var answer = Answer.ok(try EntityPresenter(context).written(stored))
    answer.headers.append(
      ("X-OpenMetadata-Change", update.changes.didChange ? "entityUpdated" : "entityNoChange"))
    return answer
  }
}
