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

  let context: CatalogContext
  let selection: Selection

  init(_ context: CatalogContext, _ selection: Selection = .all) {
    self.context = context
    self.selection = selection
  }

  /// An entity as GET answers it.
  func document(_ row: EntityRow, inheriting: Bool = true) throws(CatalogFault) -> JSON {
    let kind = try context.kind(row.type)
    var members: [JSONObject.Member] = []
    for field in kind.fields(context.line) {
      if field.isOnDemand, !selection.contains(field.name) { continue }
      var value = try shown(field, of: row)
      if inheriting, field.name == "owners", value == nil || value == [] {
        value = try inheritedOwners(of: row) ?? value
      }
      if field.name == "href" { value = .string(href(kind, row.id)) }
      if let value { members.append(JSONObject.Member(key: field.name, value: value)) }
    }
    return .object(JSONObject(members))
  }

  private func shown(_ field: EntityField, of row: EntityRow) throws(CatalogFault) -> JSON? {
    if case .custom(let show) = field.content {
      if let shown = try show(row, self) { return shown }
    } else if let value = row.document[field.name], !value.isNull,
      let shown = try content(value, of: field)
    {
      return shown
    }
    if case .onDemand(let empty) = field.view { return empty }
    return nil
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
    guard let id = value["id"]?.string, let row = try context.session.entity(id: id) else {
      return nil
    }
    return try reference(to: row)
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
    reference["deleted"] = .bool(row.isDeleted)
    if inherited { reference["inherited"] = true }
    reference["href"] = .string(href(try context.kind(row.type), row.id))
    return .object(reference)
  }

  private func href(_ kind: any EntityKind, _ id: String) -> String {
    "\(context.baseURL)/api/v1/\(kind.collection)/\(id)"
  }

  /// The owners of the nearest container that has some.
  private func inheritedOwners(of row: EntityRow) throws(CatalogFault) -> JSON? {
    guard let parent = try context.session.incoming(.contains, of: row.id).first,
      let container = try context.session.entity(id: parent.source)
    else { return nil }
    var owners: [JSON] = []
    for owner in container.document["owners"]?.array ?? [] {
      guard let id = owner["id"]?.string, let row = try context.session.entity(id: id) else {
        continue
      }
      owners.append(try reference(to: row, inherited: true))
    }
    return owners.isEmpty ? try inheritedOwners(of: container) : .array(owners)
  }

  // MARK: Tags

  /// Labels with what the tag now says about itself; without those whose tag is gone.
  func tags(_ value: JSON) throws(CatalogFault) -> [JSON] {
    var shown: [JSON] = []
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
    }
    return shown
  }
}
