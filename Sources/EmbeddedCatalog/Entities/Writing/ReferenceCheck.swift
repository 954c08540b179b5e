import JSONDocuments

/// Whether references lead to entities that may stand there.
struct ReferenceCheck {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// A reference as it is stored.
  static func stored(_ row: EntityRow) -> JSON {
    ["id": .string(row.id), "type": .string(row.type)]
  }

  /// References as they are stored, each once; those inherited from a container are left out.
  ///
  /// A soft-deleted entity may stay where it is.
  /// - Throws: 404 for an entity that does not exist.
  func references(_ value: JSON?) throws(CatalogFault) -> [JSON] {
    var references: [JSON] = []
    for element in value?.array ?? [] where element["inherited"] != true {
      let type = element["type"]?.string ?? ""
      let id = element["id"]?.string ?? ""
      _ = try context.kind(type)
      guard let row = try context.session.entity(type, id: id.lowercased()) else {
        throw .notFound(type, id)
      }
      let stored = Self.stored(row)
      if !references.contains(stored) { references.append(stored) }
    }
    return references
  }

  func reference(_ value: JSON) throws(CatalogFault) -> JSON {
    Self.stored(
      try context.existing(value["type"]?.string ?? "", id: value["id"]?.string ?? ""))
  }

  /// Users, or one team of the type `Group`.
  func owners(_ value: JSON?) throws(CatalogFault) -> [JSON] {
    let owners = try references(value)
    let teams = owners.filter { $0["type"]?.string == "team" }
    for owner in owners where !["user", "team"].contains(owner["type"]?.string) {
      throw .badRequest("Entity of type \(owner["type"]?.string ?? "") can't be an owner")
    }
    if teams.count > 1 || teams.count == 1 && owners.count > 1 {
      throw .badRequest("Only multiple users or a single team can be the owners of an entity")
    }
    if let id = teams.first?["id"]?.string, let team = try context.session.entity("team", id: id),
      let type = team.document["teamType"]?.string, type != "Group"
    {
      throw .badRequest(
        "Team of type \(type) can't own entities. Only Team of type Group can own entities.")
    }
    return owners
  }

  /// Names of entities of one type as references.
  func named(_ type: String, _ value: JSON?) throws(CatalogFault) -> [JSON] {
    var references: [JSON] = []
    for name in value?.array ?? [] {
      guard let name = name.string else { continue }
      let lookup = context.kinds[type]?.lookupName(name, line: context.line) ?? name
      guard let row = try context.session.entity(type, named: lookup), !row.isDeleted else {
        throw .notFound(type, name)
      }
      references.append(Self.stored(row))
    }
    return references
  }
}
