import JSONDocuments

/// Turns stored documents into what clients read: known fields, resolved references.
struct EntityPresenter {
  /// Which of the fields on demand are shown.
  enum Selection: Sendable {
    case all
    case only(Set<String>)

    func contains(_ name: String) -> Bool {
      switch self {
      case .all: true
      case .only(let names): names.contains(name)
      }
    }
  }

  /// What was read for one entity and will be needed for the next of a page.
  private final class Memory {
    var fields: [String: [EntityField]] = [:]
    var referred: [String: EntityRow] = [:]
  }

  let context: CatalogContext
  let selection: Selection
  private let memory = Memory()

  init(_ context: CatalogContext, _ selection: Selection = .all) {
    self.context = context
    self.selection = selection
  }

  /// An entity as GET answers it.
  func document(_ row: EntityRow, inheriting: Bool = true) throws(CatalogFault) -> JSON {
    let kind = try context.kind(row.type)
    let inheritedFields = inheriting ? kind.inheritedFields : []
    var forebears: [EntityRow]?
    var members: [JSONObject.Member] = []
    for field in fields(of: kind) {
      if field.isOnDemand, !selection.contains(field.name) { continue }
      var value = try shown(field, of: row)
      if value == nil || value == [], inheritedFields.contains(field.name) {
        if forebears == nil { forebears = try self.forebears(of: row) }
        value = try inherited(field, from: forebears ?? []) ?? value
      }
      if field.name == "href" { value = .string(href(kind, row.id)) }
      if let value { members.append(JSONObject.Member(key: field.name, value: value)) }
    }
    return .object(JSONObject(members))
  }

  private func fields(of kind: any EntityKind) -> [EntityField] {
    if let known = memory.fields[kind.type] { return known }
    let fields = kind.fields(context.line)
    memory.fields[kind.type] = fields
    return fields
  }

  private func shown(_ field: EntityField, of row: EntityRow) throws(CatalogFault) -> JSON? {
    if case .custom(let show) = field.content {
      if let shown = try show(row, self) { return shown }
    } else if let value = row.document[field.name], !value.isNull,
      let shown = try content(value, of: field)
    {
      return shown
    }
    if case .onDemand(let empty?) = field.view { return empty }
    return field.standard
  }

  private func content(_ value: JSON, of field: EntityField) throws(CatalogFault) -> JSON? {
    switch field.content {
    case .plain: return value
    case .reference: return try reference(value)
    case .references: return .array(try references(value))
    case .tags: return .array(try tags(value))
    case .custom: return nil
    }
  }

  // MARK: References

  func references(_ value: JSON) throws(CatalogFault) -> [JSON] {
    var shown: [JSON] = []
    for element in value.array ?? [] {
      if let reference = try reference(element) { shown.append(reference) }
    }
    return shown
  }

  /// What is known now about the entity that a stored reference names; nil when it is gone.
  func reference(_ value: JSON) throws(CatalogFault) -> JSON? {
    guard let id = value["id"]?.string, let row = try referred(id) else { return nil }
    return try reference(to: row)
  }

  private func referred(_ id: String) throws(CatalogFault) -> EntityRow? {
    if let known = memory.referred[id] { return known }
    let row = try context.session.entity(id: id)
    memory.referred[id] = row
    return row
  }

  func reference(to row: EntityRow, inherited: Bool = false) throws(CatalogFault) -> JSON {
    var reference = JSONObject([
      .init(key: "id", value: .string(row.id)),
      .init(key: "type", value: .string(row.type)),
      .init(key: "name", value: .string(row.name)),
      .init(key: "fullyQualifiedName", value: .string(row.fullyQualifiedName)),
    ])
    reference["description"] = row.document["description"]
    reference["displayName"] = row.document["displayName"]
    if try context.kind(row.type).isSoftDeletable { reference["deleted"] = .bool(row.isDeleted) }
    if inherited { reference["inherited"] = true }
    reference["href"] = .string(href(try context.kind(row.type), row.id))
    return .object(reference)
  }

  private func href(_ kind: any EntityKind, _ id: String) -> String {
    "\(context.baseURL)/api/v1/\(kind.collection)/\(id)"
  }

  /// The nearest first.
  private func forebears(of row: EntityRow) throws(CatalogFault) -> [EntityRow] {
    var found: [EntityRow] = []
    while let forebear = try context.kind((found.last ?? row).type)
      .forebear(of: found.last ?? row, in: context)
    {
      found.append(forebear)
    }
    return found
  }

  /// What the nearest forebear that has any says.
  private func inherited(
    _ field: EntityField, from forebears: [EntityRow]
  ) throws(CatalogFault) -> JSON? {
    for forebear in forebears {
      guard let value = forebear.document[field.name], value != [] else { continue }
      var shown: [JSON] = []
      for reference in value.array ?? [value] {
        guard let id = reference["id"]?.string, let row = try referred(id) else { continue }
        shown.append(try self.reference(to: row, inherited: true))
      }
      if !shown.isEmpty { return value.array == nil ? shown.first : .array(shown) }
    }
    return nil
  }

  /// Its own owners, or else those it inherits.
  func owners(of row: EntityRow) throws(CatalogFault) -> [JSON] {
    if let own = row.document["owners"]?.array, !own.isEmpty { return own }
    guard try context.kind(row.type).inheritedFields.contains(EntityField.owners.name) else {
      return []
    }
    return try inherited(.owners, from: forebears(of: row))?.array ?? []
  }

  // MARK: Tags

  /// Labels with what the tag now says about itself; without those whose tag is gone.
  func tags(_ value: JSON) throws(CatalogFault) -> [JSON] {
    var shown: [JSON] = []
    var derived: [JSON] = []
    for element in value.array ?? [] {
      guard case .object(var label) = element, let name = label["tagFQN"]?.string else { continue }
      let type = label["source"]?.string == "Glossary" ? "glossaryTerm" : "tag"
      guard let tag = try context.session.entity(type, named: name) else { continue }
      label["name"] = .string(tag.name)
      for member in ["displayName", "description", "style"] {
        label[member] = tag.document[member]
      }
      if let kind = context.kinds[type] { label["href"] = .string(href(kind, tag.id)) }
      shown.append(.object(label))
      if type == "glossaryTerm" { derived += try self.derived(from: tag) }
    }
    for label in derived where !shown.contains(where: { EntityUpdate.isSame($0, label) }) {
      shown.append(label)
    }
    return shown
  }

  /// The labels of a glossary term, which whatever it labels has as well.
  private func derived(from term: EntityRow) throws(CatalogFault) -> [JSON] {
    let labels = (term.document["tags"]?.array ?? []).filter { $0["source"] == "Classification" }
    return try tags(.array(labels)).map { label in
      guard case .object(var object) = label else { return label }
      object["labelType"] = "Derived"
      return .object(object)
    }
  }
}
