import JSONDocuments

/// Brings columns up to date: those with the same name and type are the same column.
struct ColumnUpdate {
  /// Replaces the columns of an update and records what became of each.
  static func apply(to update: inout EntityUpdate, _ name: String) throws(CatalogFault) {
    let old = update.original[name]?.array ?? []
    let new = update.updated[name]?.array ?? []
    update.updated[name] = .array(try reconcile(&update, name, old, new))
  }

  private static func reconcile(
    _ update: inout EntityUpdate, _ path: String, _ old: [JSON], _ new: [JSON]
  ) throws(CatalogFault) -> [JSON] {
    var result: [JSON] = []
    var added: [JSON] = []
    for column in new {
      guard let before = old.first(where: { isSame($0, column) }) else {
        result.append(column)
        added.append(column)
        continue
      }
      result.append(try reconcile(&update, path, before, column))
    }
    let deleted = old.filter { column in !new.contains { isSame($0, column) } }
    update.changes.record(path, added: added, deleted: [], .minor)
    update.changes.record(path, added: [], deleted: deleted, .major)
    // A new order alone is stored without a version of its own.
    if added.isEmpty, deleted.isEmpty {
      update.changes.record(
        path, from: .array(old.map { $0["name"] ?? .null }),
        to: .array(new.map { $0["name"] ?? .null }), .none)
    }
    return result
  }

  private static func reconcile(
    _ update: inout EntityUpdate, _ path: String, _ old: JSON, _ new: JSON
  ) throws(CatalogFault) -> JSON {
    guard case .object(let before) = old, case .object(var column) = new else { return new }
    let place = "\(path).\(before["name"]?.string ?? "")"
    let isKept =
      update.isPut && update.context.principal.isBot && update.isFilled(before["description"])
    if isKept { column["description"] = before["description"] }
    if update.isPut, column["displayName"] == nil { column["displayName"] = before["displayName"] }
    let tags = try update.merged(before["tags"]?.array ?? [], column["tags"]?.array ?? [])
    update.recordTags("\(place).tags", before["tags"]?.array ?? [], tags)
    column["tags"] = tags.isEmpty ? nil : .array(tags)
    for member in [
      "description", "displayName", "constraint", "precision", "scale", "dataTypeDisplay",
    ] {
      update.changes.record("\(place).\(member)", from: before[member], to: column[member], .minor)
    }
    let shrinks = (column["dataLength"]?.integer ?? 0) < (before["dataLength"]?.integer ?? 0)
    update.changes.record(
      "\(place).dataLength", from: before["dataLength"], to: column["dataLength"],
      shrinks ? .major : .minor)
    if before["children"] != nil || column["children"] != nil {
      let children = try reconcile(
        &update, place, before["children"]?.array ?? [], column["children"]?.array ?? [])
      column["children"] = .array(children)
    }
    for member in ["ordinalPosition", "jsonSchema"] {
      update.changes.record("\(place).\(member)", from: before[member], to: column[member], .none)
    }
    return .object(column)
  }

  private static func isSame(_ left: JSON, _ right: JSON) -> Bool {
    left["name"] == right["name"] && left["dataType"] == right["dataType"]
      && left["arrayDataType"] == right["arrayDataType"]
  }
}
