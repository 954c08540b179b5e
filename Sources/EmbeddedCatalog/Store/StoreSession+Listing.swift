/// Pages of entities in the order of their names.
extension StoreSession {
  func count(_ listing: EntityListing) throws(CatalogFault) -> Int {
    let (condition, values) = condition(of: listing)
    let rows = try connection.run("SELECT count(*) FROM entities WHERE \(condition)", values)
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
    for (name, isSet) in listing.flags {
      condition += " AND coalesce(document ->> ?, 0) = ?"
      values += [.text(name), .flag(isSet)]
    }
    return (condition, values)
  }
}
