import JSONDocuments

/// `glossaryTerm`: a word, possibly below another one.
struct GlossaryTermKind: EntityKind {
  let type = "glossaryTerm"
  let collection = "glossaryTerms"
  let containers = [
    EntityContainer(member: "parent", type: "glossaryTerm", passedOn: ["glossary"]),
    EntityContainer(member: "glossary", type: "glossary"),
  ]
  let filters = [
    ListFilter(parameter: "glossary", comparison: .containerID(type: "glossary")),
    ListFilter(parameter: "parent", comparison: .containerID(type: "glossaryTerm")),
    ListFilter(parameter: "directChildrenOf", comparison: .parent),
  ]
  let inheritedFields: Set<String> = ["owners", "reviewers", "domain", "domains"]

  let fields: [EntityField] =
    EntityField.base + [
      .style,
      EntityField("synonyms", .list(.name), request: .same, update: .list(.minor)),
      .container("glossary"),
      EntityField(
        "parent", .entityReference, request: .shaped(.fullyQualifiedName), content: .reference),
      .children, .childrenCount, .usageCount,
      RelatedTerms.references, RelatedTerms.relations,
      EntityField(
        "references",
        .list(.object([Shape.Member("name", .text), Shape.Member("endpoint", .uri)])),
        request: .same, update: .list(.minor)),
      EntityField(
        "conceptMappings", .list(Self.conceptMapping), request: .same, update: .list(.minor),
        lines: .since(1, 13)),
      EntityField("iri", .uri, request: .same, update: .value(.minor), lines: .since(2, 0)),
      .reviewers, .owners, .tags, .provider, .flag("mutuallyExclusive"),
      EntityField("disabled", .boolean),
      EntityField(
        "status", Self.status, update: .custom(Self.keep), lines: .before(1, 10)),
      EntityField(
        "entityStatus", EntityField.entityStatus.shape, update: .custom(Self.keep),
        lines: .since(1, 10)), .votes, .customProperties,
    ]
    + EntityField.domains.map { field in
      // Before, a term was of the domain of its glossary alone.
      field.requested(.since(1, 13))
    } + [EntityField.dataProducts.requested(.none), .dataContract]

  private static let status = Shape.oneOf(
    ["Draft", "Approved", "Deprecated", "Rejected"].map { Shape.Word(text: $0) } + [
      Shape.Word(text: "In Review", lines: .since(1, 6))
    ])

  /// A PUT, which cannot tell it, leaves it.
  private static let keep: @Sendable (inout EntityUpdate, String) throws(CatalogFault) -> Void = {
    (update, name) throws(CatalogFault) in
    if update.isPut, update.original[name] != nil { update.keep(name) }
    try update.record(name, .minor)
  }

  private static let conceptMapping = Shape.object([
    Shape.Member("conceptIri", .uri, required: true),
    Shape.Member(
      "mappingType",
      .words(
        "EXACT_MATCH", "CLOSE_MATCH", "BROAD_MATCH", "NARROW_MATCH", "RELATED_MATCH", "SAME_AS"),
      required: true),
    Shape.Member("schemeIri", .uri), Shape.Member("source", .text),
  ])

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    try checkGlossary(document, request, context)
    try RelatedTerms.complete(&document, request, in: context)
    // Without anybody to ask, a word is approved.
    let isReviewed = !(document["reviewers"]?.array ?? []).isEmpty
    let member = EntityField.entityStatus.lines.contains(context.line) ? "entityStatus" : "status"
    if document[member] == nil { document[member] = isReviewed ? "Draft" : "Approved" }
  }

  /// A term and the one above it are of one glossary.
  private func checkGlossary(
    _ document: JSONObject, _ request: JSONObject, _ context: CatalogContext
  ) throws(CatalogFault) {
    guard let name = request["glossary"]?.string, let parent = request["parent"]?.string else {
      return
    }
    let glossary = try context.existing("glossary", named: name)
    if document["glossary"]?["id"]?.string == glossary.id { return }
    throw .badRequest("Invalid hierarchy - parent term \(parent) is not in glossary \(name)")
  }

  func written(
    _ row: EntityRow, isNew: Bool, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    if isNew { try RelatedTerms.relate(row, in: context) }
  }
}
