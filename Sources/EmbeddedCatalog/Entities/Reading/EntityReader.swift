import FullyQualifiedNames
import JSONDocuments

/// Finds entities for GET.
struct EntityReader {
  let kind: any EntityKind
  let context: CatalogContext

  init(_ kind: any EntityKind, _ context: CatalogContext) {
    self.kind = kind
    self.context = context
  }

  func entity(id: String, _ include: EntityListing.Include) throws(CatalogFault) -> EntityRow {
    let row = try context.session.entity(kind.type, id: id.lowercased())
    guard let row, include.admits(isDeleted: row.isDeleted) else {
      throw .notFound(kind.type, id)
    }
    return row
  }

  func entity(named name: String, _ include: EntityListing.Include) throws(CatalogFault)
    -> EntityRow
  {
    let lookup = kind.lookupName(name, line: context.line)
    let row = try context.session.entity(kind.type, named: lookup)
    if row == nil { _ = try EntityDraft.parts(lookup) }
    guard let row, include.admits(isDeleted: row.isDeleted) else {
      throw .notFound(kind.type, name)
    }
    return row
  }

  /// One entity with the fields asked for and its tag.
  func answer(_ row: EntityRow, _ request: CatalogRequest) throws(CatalogFault) -> Answer {
    let selection = try selection(request.query("fields"))
    try Authorizer(context).demand([.viewAll], kind, row)
    var answer = Answer.ok(try EntityPresenter(context, selection).document(row))
    if context.line.hasEntityTags {
      answer.headers.append(("ETag", EntityTag.text(of: row, line: context.line)))
    }
    return answer
  }

  /// - Throws: 400 for a name that is no field on demand.
  func selection(_ text: String?) throws(CatalogFault) -> EntityPresenter.Selection {
    guard let text, !text.isEmpty else { return .only([]) }
    if text == "*" { return .all }
    let known = Set(kind.fields(context.line).map(\.name))
    var names: Set<String> = []
    for part in text.split(separator: ",") {
      let name = String(part.filter { $0 != " " })
      guard known.contains(name) else { throw .badRequest("Invalid field name \(name)") }
      names.insert(name)
    }
    return .only(names)
  }

  // MARK: Pages

  func page(_ request: CatalogRequest) throws(CatalogFault) -> Answer {
    try Authorizer(context).demand([.viewAll], kind, nil)
    let selection = try selection(request.query("fields"))
    let listing = try listing(request)
    let total = try context.session.count(listing)
    var rows = listing.limit == 0 ? [] : try context.session.page(listing)
    let hasMore = rows.count > listing.limit
    if hasMore { rows.removeLast() }
    let isBackward = listing.before != nil
    if isBackward { rows.reverse() }
    var paging = JSONObject()
    if let first = rows.first, isBackward ? hasMore : listing.after != nil {
      paging["before"] = .string(PageCursor.text(of: first))
    }
    if let last = rows.last, isBackward || hasMore {
      paging["after"] = .string(PageCursor.text(of: last))
    }
    paging["total"] = .number(JSONNumber(total))
    var data: [JSON] = []
    let presenter = EntityPresenter(context, selection)
    for row in rows { data.append(try presenter.document(row)) }
    return .ok(["data": .array(data), "paging": .object(paging)])
  }

  private func listing(_ request: CatalogRequest) throws(CatalogFault) -> EntityListing {
    var listing = EntityListing(type: kind.type, include: try request.include())
    listing.limit = try request.integer("limit", default: 10, in: 0...1_000_000)
    let after = request.query("after")
    let before = request.query("before")
    if after != nil, before != nil {
      throw .badRequest("Only one of before or after query parameter allowed")
    }
    listing.after = try after.map { (text) throws(CatalogFault) in try PageCursor.place(text) }
    listing.before = try before.map { (text) throws(CatalogFault) in try PageCursor.place(text) }
    for filter in kind.filters {
      guard let value = request.query(filter.parameter) else { continue }
      try narrow(&listing, filter, value)
    }
    return listing
  }

  private func narrow(_ listing: inout EntityListing, _ filter: ListFilter, _ value: String)
    throws(CatalogFault)
  {
    switch filter.comparison {
    case .container: listing.container = try containerName(value, filter.parameter)
    case .containerID(let type):
      listing.container = try context.existing(type, id: value).fullyQualifiedName
    case .parent: listing.parent = try parent(named: value).id
    case .reference(let members, let type):
      listing.references.append((members, try context.existing(type, named: value).id))
    case .flag(let member): listing.flags.append((member, value.lowercased() == "true"))
    case .text(let member): listing.texts.append((member, value))
    }
  }

  /// The entity of any type that others of this kind may lie in.
  private func parent(named name: String) throws(CatalogFault) -> EntityRow {
    for container in kind.containers {
      let lookup = try context.kind(container.type).lookupName(name, line: context.line)
      if let row = try context.session.entity(container.type, named: lookup) { return row }
    }
    throw .notFound(kind.containers.first?.type ?? kind.type, name)
  }

  private func containerName(_ text: String, _ member: String) throws(CatalogFault) -> String {
    guard let rule = kind.containers.first(where: { $0.member == member }) else { return text }
    return try context.kind(rule.type).lookupName(text, line: context.line)
  }

  // MARK: Versions

  func versions(_ row: EntityRow) throws(CatalogFault) -> Answer {
    try Authorizer(context).demand([.viewAll], kind, row)
    var texts: [JSON] = []
    for document in [row.document] + (try context.session.versions(of: row.id)) {
      texts.append(.string(try shown(document, of: row).text()))
    }
    return .ok(["entityType": .string(kind.type), "versions": .array(texts)])
  }

  func version(_ text: String, of row: EntityRow) throws(CatalogFault) -> Answer {
    try Authorizer(context).demand([.viewAll], kind, row)
    guard let version = EntityVersion(text) else { throw CatalogFault.noRoute }
    if version == EntityStoring.version(of: row.document) {
      return .ok(try shown(row.document, of: row))
    }
    guard let document = try context.session.version(version, of: row.id) else {
      throw .notFound(kind.type, "\(row.id) and version \(text)")
    }
    return .ok(try shown(document, of: row))
  }

  private func shown(_ document: JSONObject, of row: EntityRow) throws(CatalogFault) -> JSON {
    var earlier = row
    earlier.document = document
    earlier.isDeleted = document["deleted"] == true
    return try EntityPresenter(context).written(earlier)
  }
}
