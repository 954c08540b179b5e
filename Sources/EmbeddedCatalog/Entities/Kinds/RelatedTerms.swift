import JSONDocuments

/// Glossary terms that belong together: each of two tells of the other.
enum RelatedTerms {
  private static let name = "relatedTerms"

  /// Before the kinds of relations, terms were referred to as anything else is.
  static let references = EntityField(
    name, .entityReferences, request: .shaped(.list(.fullyQualifiedName)), content: .references,
    view: .onDemand(empty: []), update: .custom(apply), lines: .before(1, 13))

  static let relations = EntityField(
    name,
    .list(
      .object([
        Shape.Member("relationType", .text),
        Shape.Member("term", .entityReference, required: true),
      ])), request: .shaped(.list(.fullyQualifiedName)),
    content: .custom { (row, presenter) throws(CatalogFault) in
      var shown: [JSON] = []
      for stored in row.document[RelatedTerms.name]?.array ?? [] {
        guard let term = try presenter.reference(stored) else { continue }
        shown.append(["relationType": stored["relationType"] ?? "relatedTo", "term": term])
      }
      return shown.isEmpty ? nil : .array(shown)
    }, view: .onDemand(empty: []), update: .custom(apply), lines: .since(1, 13))

  /// Turns names and relations into what is stored.
  static func complete(
    _ document: inout JSONObject, _ request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {
    guard let terms = request[name]?.array else { return }
    var stored: [JSON] = []
    for term in terms {
      var reference: JSON
      if term.string != nil {
        reference = try ReferenceCheck(context).named("glossaryTerm", [term]).first ?? .null
      } else {
        reference = try ReferenceCheck(context).reference(term["term"] ?? term)
      }
      if let relation = term["relationType"], relation != "relatedTo",
        case .object(var object) = reference
      {
        object["relationType"] = relation
        reference = .object(object)
      }
      if !stored.contains(where: { $0["id"] == reference["id"] }) { stored.append(reference) }
    }
    document[name] = stored.isEmpty ? nil : .array(stored)
  }

  /// Tells the terms of a new one about it.
  static func relate(_ row: EntityRow, in context: CatalogContext) throws(CatalogFault) {
    for term in row.document[name]?.array ?? [] {
      try set(term, on: row.id, isRelated: true, in: context)
    }
  }

  private static func apply(_ update: inout EntityUpdate, _ name: String) throws(CatalogFault) {
    let old = update.original[name]?.array ?? []
    let new = update.updated[name]?.array ?? []
    guard let id = update.original["id"]?.string else { return }
    for term in new { try set(term, on: id, isRelated: true, in: update.context) }
    for term in old where !new.contains(where: { $0["id"] == term["id"] }) {
      try set(term, on: id, isRelated: false, in: update.context)
    }
    try update.recordList(name, .minor)
  }

  /// Lets one term know about another, or forget it; what it knows already stays.
  private static func set(
    _ term: JSON, on id: String, isRelated: Bool, in context: CatalogContext
  ) throws(CatalogFault) {
    guard let other = term["id"]?.string, other != id,
      var row = try context.session.entity("glossaryTerm", id: other)
    else { return }
    var known = row.document[name]?.array ?? []
    let index = known.firstIndex { $0["id"]?.string == id }
    switch (index, isRelated) {
    case (nil, true):
      var back = JSONObject([
        .init(key: "id", value: .string(id)), .init(key: "type", value: "glossaryTerm"),
      ])
      back["relationType"] = term["relationType"]
      known.append(.object(back))
    case (let index?, false): known.remove(at: index)
    default: return
    }
    row.document[name] = known.isEmpty ? nil : .array(known)
    try context.session.update(row)
  }
}
