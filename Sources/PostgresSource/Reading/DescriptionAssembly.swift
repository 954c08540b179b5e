/// Puts the rows of the system catalog together.
struct DescriptionAssembly {
  private struct Relation {
    let schema: Int
    var table: TableDescription
    var columnNames: [Int: String] = [:]
  }

  private let types: TypeCatalog
  private var schemaOrder: [Int] = []
  private var schemasByOid: [Int: SchemaDescription] = [:]
  private var relationOrder: [Int] = []
  private var relations: [Int: Relation] = [:]

  init(types: TypeCatalog) {
    self.types = types
  }

  /// The schemas with their tables.
  var schemas: [SchemaDescription] {
    var complete = schemasByOid
    for oid in relationOrder {
      guard let relation = relations[oid] else { continue }
      complete[relation.schema]?.tables.append(relation.table)
    }
    return schemaOrder.compactMap { complete[$0] }
  }

  mutating func addSchemas(_ rows: [[String?]]) throws(PostgresSourceError) {
    for values in rows {
      var row = CatalogRow(values, of: "a schema")
      let oid = try row.integer()
      schemaOrder.append(oid)
      schemasByOid[oid] = SchemaDescription(name: try row.text(), comment: row.optionalText())
    }
  }

  mutating func addRelations(_ rows: [[String?]]) throws(PostgresSourceError) {
    for values in rows {
      var row = CatalogRow(values, of: "a table")
      let oid = try row.integer()
      let schema = try row.integer()
      var table = TableDescription(
        name: try row.text(), kind: try row.choice(TableDescription.Kind.self),
        comment: row.optionalText())
      if let letter = row.optionalText() {
        guard let strategy = Partitioning.Strategy(rawValue: letter) else {
          throw .unexpectedAnswer("a partitioned table")
        }
        table.partitioning = Partitioning(strategy: strategy, columns: [])
      }
      table.viewQuery = row.optionalText()
      relationOrder.append(oid)
      relations[oid] = Relation(schema: schema, table: table)
    }
  }

  mutating func addColumns(_ rows: [[String?]]) throws(PostgresSourceError) {
    for values in rows {
      var row = CatalogRow(values, of: "a column")
      let relation = try row.integer()
      let number = try row.integer()
      let name = try row.text()
      let type = try row.integer()
      let modifier = try row.integer()
      let displayedType = try row.text()
      let isNotNull = try row.flag()
      let refusesNull = try types.refusesNull(type)
      let column = ColumnDescription(
        name: name, type: try types.type(type, modifier: modifier), displayedType: displayedType,
        isNullable: !isNotNull && !refusesNull, comment: row.optionalText())
      relations[relation]?.table.columns.append(column)
      relations[relation]?.columnNames[number] = name
      if try row.flag() { relations[relation]?.table.partitioning?.columns.append(name) }
    }
  }

  mutating func addKeys(_ rows: [[String?]]) throws(PostgresSourceError) {
    var keys: [KeyRows] = []
    for values in rows {
      var row = CatalogRow(values, of: "a constraint")
      let oid = try row.integer()
      let kind = try row.choice(KeyRows.Kind.self)
      let relation = try row.integer()
      let own = try row.integer()
      let referredRelation = try row.integer()
      if keys.last?.oid != oid {
        keys.append(
          KeyRows(oid: oid, kind: kind, relation: relation, referredRelation: referredRelation))
      }
      keys[keys.count - 1].columns.append(own)
      if let referred = try row.optionalInteger() {
        keys[keys.count - 1].referredColumns.append(referred)
      }
    }
    for key in keys { add(key) }
  }

  private mutating func add(_ key: KeyRows) {
    let columns = names(key.columns, of: key.relation)
    switch key.kind {
    case .primary: relations[key.relation]?.table.primaryKey = columns
    case .unique: relations[key.relation]?.table.uniqueKeys.append(columns)
    case .foreign:
      // A table of the system, or a partition by itself, is not described.
      guard let referred = relations[key.referredRelation],
        let schema = schemasByOid[referred.schema]
      else { return }
      let foreignKey = ForeignKey(
        columns: columns, referredSchema: schema.name, referredTable: referred.table.name,
        referredColumns: names(key.referredColumns, of: key.referredRelation))
      relations[key.relation]?.table.foreignKeys.append(foreignKey)
    }
  }

  private func names(_ numbers: [Int], of relation: Int) -> [String] {
    numbers.compactMap { relations[relation]?.columnNames[$0] }
  }
}
