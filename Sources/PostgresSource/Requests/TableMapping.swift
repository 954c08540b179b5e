import FullyQualifiedNames
import JSONDocuments

/// Describes tables of one schema as OpenMetadata's PostgreSQL connector does.
struct TableMapping {
  let line: ConnectorLine
  let schema: FullyQualifiedName

  private var quoting: NameQuoting { line.quoting }

  /// The request for a table, with these of its foreign keys.
  ///
  /// - Parameter referred: The table that a key refers to.
  /// - Throws: `FullyQualifiedNameError` when the table's name cannot be used.
  func request(
    for table: TableDescription, foreignKeys: [ForeignKey],
    referred: (ForeignKey) -> TableDescription?
  ) throws(FullyQualifiedNameError) -> EntityRequest {
    let name = schema.appending(line.spelling(of: table.name))
    let parent = try schema.text(quoting)
    let body = JSON.present([
      "name": .string(name.last), "description": .text(table.comment),
      "tableType": .string(tableType(table.kind)),
      "columns": .array(table.columns.filter(isUsable).map { column($0, of: table, in: name) }),
      "tableConstraints": .array(
        constraints(of: table, foreignKeys.map { ($0, referred($0)) })),
      "tablePartition": table.partitioning.map(partition),
      "schemaDefinition": .text(line.hasNewWords ? definition(of: table) : nil),
      "databaseSchema": .string(parent),
    ])
    return EntityRequest(
      collection: "/v1/tables", fullyQualifiedName: try name.text(quoting), body: body)
  }

  /// What ``request(for:foreignKeys:referred:)`` leaves out of a table, one sentence each.
  func omissions(in table: TableDescription) -> [String] {
    table.columns.filter { !isUsable($0) }.map {
      "column '\($0.name)' of table '\(schema.last)'.'\(table.name)' is left out: the server does"
        + " not allow its name"
    }
  }

  private func isUsable(_ column: ColumnDescription) -> Bool { isUsable(column.name) }

  private func isUsable(_ name: String) -> Bool {
    line.allowsColumn(line.spelling(of: name))
  }

  /// The connector 1.5 knows no difference between a view and a materialized one.
  private func tableType(_ kind: TableDescription.Kind) -> String {
    switch kind {
    case .regular: "Regular"
    case .partitioned: "Partitioned"
    case .foreign: "Foreign"
    case .materializedView where line.hasNewWords: "MaterializedView"
    case .view, .materializedView: "View"
    }
  }

  private func column(
    _ column: ColumnDescription, of table: TableDescription, in name: FullyQualifiedName
  ) -> JSON {
    let type = DataTypeMapping(column.type, line)
    let spelling = line.spelling(of: column.name)
    return .present([
      "name": .string(spelling), "dataType": .string(type.dataType),
      "arrayDataType": .text(type.arrayDataType),
      // The connector sends 1 for every type that has no length.
      "dataLength": .number(type.length ?? 1),
      "precision": .number(type.precision), "scale": .number(type.scale),
      "dataTypeDisplay": .string(column.displayedType), "description": .text(column.comment),
      "constraint": .text(constraint(on: column, of: table)),
      "fullyQualifiedName": .text(try? name.appending(spelling).text(quoting)),
    ])
  }

  /// A key of several columns is told of the table, and then its columns have no word for it.
  private func constraint(on column: ColumnDescription, of table: TableDescription) -> String? {
    if table.primaryKey.contains(column.name) {
      return table.primaryKey.count == 1 ? "PRIMARY_KEY" : nil
    }
    if table.uniqueKeys.contains([column.name]) { return "UNIQUE" }
    return column.isNullable ? "NULL" : "NOT_NULL"
  }

  private func constraints(
    of table: TableDescription, _ foreignKeys: [(ForeignKey, TableDescription?)]
  ) -> [JSON] {
    let unique = table.uniqueKeys.filter { $0.count > 1 }.map { ("UNIQUE", $0) }
    let primary = table.primaryKey.count > 1 ? [("PRIMARY_KEY", table.primaryKey)] : []
    let keys: [JSON] = (unique + primary).filter { $0.1.allSatisfy(isUsable) }.map {
      ["constraintType": .string($0.0), "columns": columns($0.1)]
    }
    return keys + foreignKeys.compactMap { constraint($0, from: table, to: $1) }
  }

  /// A foreign key; nil when a name in it cannot be used.
  private func constraint(
    _ key: ForeignKey, from own: TableDescription, to referredTable: TableDescription?
  ) -> JSON? {
    var table = schema
    table.parts[table.parts.count - 1] = key.referredSchema
    table = table.appending(line.spelling(of: key.referredTable))
    let referred = key.referredColumns.compactMap {
      try? table.appending(line.spelling(of: $0)).text(quoting)
    }
    guard referred.count == key.referredColumns.count, key.columns.allSatisfy(isUsable) else {
      return nil
    }
    return .present([
      "constraintType": "FOREIGN_KEY", "columns": columns(key.columns),
      "referredColumns": .array(referred.map(JSON.string)),
      "relationshipType": .text(
        line.hasNewWords ? relationship(key, from: own, to: referredTable) : nil),
    ])
  }

  /// Of a key of several columns the connector looks at the first.
  private func relationship(
    _ key: ForeignKey, from own: TableDescription, to referred: TableDescription?
  ) -> String {
    let isOne = key.columns.first.map(own.isUnique) ?? false
    let refersToOne = key.referredColumns.first.flatMap { referred?.isUnique($0) } ?? false
    return "\(isOne ? "ONE" : "MANY")_TO_\(refersToOne ? "ONE" : "MANY")"
  }

  private func columns(_ names: [String]) -> JSON {
    .array(names.map { .string(line.spelling(of: $0)) })
  }

  /// The statement of a view, with its name as the connector writes it.
  private func definition(of table: TableDescription) -> String? {
    table.viewQuery.map { "create view \(schema.last).\(table.name) as \($0)" }
  }

  private func partition(_ partitioning: Partitioning) -> JSON {
    let interval: JSON = partitioning.strategy == .range ? "TIME-UNIT" : "COLUMN-VALUE"
    let columns: [JSON] = partitioning.columns.filter(isUsable).map {
      ["columnName": .string(line.spelling(of: $0)), "intervalType": interval]
    }
    return ["columns": .array(columns)]
  }
}
