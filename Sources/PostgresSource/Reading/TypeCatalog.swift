/// The types of a database by their oids.
struct TypeCatalog {
  private struct Entry {
    let name: String
    let kind: String
    let category: String
    let element: Int
    let base: Int
    let isNotNull: Bool
    let longestLabel: Int?
  }

  private var entries: [Int: Entry] = [:]

  init(_ rows: [[String?]]) throws(PostgresSourceError) {
    for values in rows {
      var row = CatalogRow(values, of: "a type")
      let oid = try row.integer()
      entries[oid] = Entry(
        name: try row.text(), kind: try row.text(), category: try row.text(),
        element: try row.integer(), base: try row.integer(), isNotNull: try row.flag(),
        longestLabel: try row.optionalInteger())
    }
  }

  /// The type of a column; the modifier is that of `pg_attribute.atttypmod`, -1 for none.
  ///
  /// - Throws: ``PostgresSourceError/unexpectedAnswer(_:)`` for an oid that is not there.
  func type(_ oid: Int, modifier: Int) throws(PostgresSourceError) -> ColumnType {
    let entry = try entry(oid)
    switch (entry.kind, entry.category) {
    // A limit that a domain sets belongs to the domain and not to the column.
    case ("d", _): return try type(entry.base, modifier: -1)
    case ("e", _): return .enumeration(longestLabel: entry.longestLabel ?? 0)
    case ("c", _): return .composite
    // Some scalar types, such as point, have elements too, but only arrays are of category A.
    case (_, "A") where entry.element != 0:
      return .array(of: try type(entry.element, modifier: modifier))
    default: return scalar(entry.name, modifier: modifier)
    }
  }

  /// Whether a type, or a domain below it, refuses NULL.
  func refusesNull(_ oid: Int) throws(PostgresSourceError) -> Bool {
    let entry = try entry(oid)
    guard entry.kind == "d" else { return false }
    if entry.isNotNull { return true }
    return try refusesNull(entry.base)
  }

  private func entry(_ oid: Int) throws(PostgresSourceError) -> Entry {
    guard let entry = entries[oid] else { throw .unexpectedAnswer("the type \(oid)") }
    return entry
  }

  /// Modifiers hold four bytes more than the limits they stand for; numeric packs two into one.
  private func scalar(_ name: String, modifier: Int) -> ColumnType {
    let limit = modifier >= 4 ? modifier - 4 : nil
    switch name {
    case "varchar": return .characters(isFixed: false, length: limit)
    // Without a modifier, bpchar is not the character(n) of the standard.
    case "bpchar" where limit != nil: return .characters(isFixed: true, length: limit)
    case "numeric":
      // The scale is a signed number of eleven bits.
      return .numeric(
        precision: limit.map { $0 >> 16 }, scale: limit.map { (($0 & 0x7FF) ^ 0x400) - 0x400 })
    default: return .scalar(name)
    }
  }
}
