/// Pages of entities in the order of their names.
extension StoreSession {
  func count(_ listing: EntityListing) throws(CatalogFault) -> Int {
    let (condition, values) = condition(of: listing)
    let rows = try connection.run(
      listing.isWhole
        ? "SELECT sum(number) FROM counts WHERE \(condition)"
        : "SELECT count(*) FROM entities WHERE \(condition)", values)
    return Int(rows.first?.first?.integer ?? 0)
  }

  /// At most one more than the limit, so that the caller sees whether there is another page.
  func page(_ listing: EntityListing) throws(CatalogFault) -> [EntityRow] {
    var (condition, values) = condition(of: listing)
    var order = "ORDER BY name, id"
    if let after = listing.after {
      condition += " AND (name, id) > (?, ?)"
      values += [.text(after.name), .text(after.id)]
    } else if let before = listing.before {
      condition += " AND (name, id) < (?, ?)"
      values += [.text(before.name), .text(before.id)]
      order = "ORDER BY name DESC, id DESC"
    }
    values.append(.integer(Int64(listing.limit) + 1))
    let rows = try connection.run(
      "SELECT \(EntityRow.columns) FROM entities WHERE \(condition) \(order) LIMIT ?", values)
    var page: [EntityRow] = []
    for row in rows { page.append(try EntityRow(row)) }
    return page
  }

  private func condition(of listing: EntityListing) -> (String, [SQLiteValue]) {
    var condition = "type = ?"
    var values: [SQLiteValue] = [.text(listing.type)]
    switch listing.include {
    case .nonDeleted: condition += " AND deleted = 0"
    case .deleted: condition += " AND deleted = 1"
    case .all: break
    }
    if let container = listing.container {
      // "/" is the character after ".", so this is exactly what begins with "container.".
      condition += " AND fqn >= ? AND fqn < ?"
      values += [.text(container + "."), .text(container + "/")]
    }
    if let parent = listing.parent {
      condition +=
        " AND id IN (SELECT target FROM relationships WHERE source = ? AND relation = ?)"
      values += [.text(parent), .text(Relation.contains.rawValue)]
    }
    for (members, id) in listing.references {
      let refers = Self.refers(members, id)
      condition += " AND \(refers.0)"
      values += refers.1
    }
    for (name, value) in listing.texts {
      condition += " AND document ->> ? = ?"
      values += [.text(name), .text(value)]
    }
    for (name, isSet) in listing.flags {
      condition += " AND coalesce(document ->> ?, 0) = ?"
      values += [.text(name), .flag(isSet)]
    }
    return (condition, values)
  }

  /// What refers to an entity by one of these members and is not deleted, in the order of names.
  func entities(referringTo id: String, by members: [String]) throws(CatalogFault) -> [EntityRow] {
    let (condition, values) = Self.refers(members, id)
    let rows = try connection.run(
      "SELECT \(EntityRow.columns) FROM entities WHERE deleted = 0 AND \(condition) "
        + "ORDER BY name, id", values)
    var found: [EntityRow] = []
    for row in rows { found.append(try EntityRow(row)) }
    return found
  }

  private static func refers(_ members: [String], _ id: String) -> (String, [SQLiteValue]) {
    let any = members.map { _ in
      "EXISTS (SELECT 1 FROM json_tree(document, ?) AS part "
        + "WHERE part.key = 'id' AND part.atom = ?)"
    }
    return (
      // Most documents do not hold the id at all, which is told without reading their JSON.
      "instr(document, ?) > 0 AND (\(any.joined(separator: " OR ")))",
      [.text(id)] + members.flatMap { [.text("$.\($0)"), .text(id)] }
    )
  }

  /// How many labels of entities that are not deleted name a tag or one below it.
  func countLabels(within name: String) throws(CatalogFault) -> Int {
    let rows = try connection.run(
      """
      SELECT count(*) FROM entities, json_tree(entities.document) AS part
      WHERE entities.deleted = 0 AND instr(entities.document, '"tagFQN"') > 0
        AND part.key = 'tagFQN' AND (part.atom = ?1 OR part.atom >= ?1 || '.' AND part.atom < ?1 || '/')
      """, [.text(name)])
    return Int(rows.first?.first?.integer ?? 0)
  }
}
