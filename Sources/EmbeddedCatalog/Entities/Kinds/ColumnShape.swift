/// `Column` as requests give it.
enum ColumnShape {
  static let column: Shape = .object(
    [
      Shape.Member("name", .columnName, required: true),
      Shape.Member("displayName", .text),
      Shape.Member("dataType", dataType, required: true),
      Shape.Member("arrayDataType", dataType),
      Shape.Member("dataLength", .integer),
      Shape.Member("precision", .integer),
      Shape.Member("scale", .integer),
      Shape.Member("dataTypeDisplay", .text),
      Shape.Member("description", .text),
      Shape.Member("fullyQualifiedName", .fullyQualifiedName),
      Shape.Member("tags", .tagLabels),
      Shape.Member("constraint", .words("NULL", "NOT_NULL", "UNIQUE", "PRIMARY_KEY")),
      Shape.Member("ordinalPosition", .integer),
      Shape.Member("jsonSchema", .text),
      Shape.Member("children", .list(.recursive { nested })),
      Shape.Member("profile", .any),
      Shape.Member("customMetrics", .list(.any)),
      Shape.Member("extension", .object([], others: .kept), lines: .since(1, 12)),
    ], others: .dropped)

  /// Columns within columns.
  private static var nested: Shape { column }

  private static let dataType = Shape.oneOf(
    [
      "NUMBER", "TINYINT", "SMALLINT", "INT", "BIGINT", "BYTEINT", "BYTES", "FLOAT", "DOUBLE",
      "DECIMAL", "NUMERIC", "TIMESTAMP", "TIMESTAMPZ", "TIME", "DATE", "DATETIME", "INTERVAL",
      "STRING", "MEDIUMTEXT", "TEXT", "CHAR", "LONG", "VARCHAR", "BOOLEAN", "BINARY", "VARBINARY",
      "ARRAY", "BLOB", "LONGBLOB", "MEDIUMBLOB", "MAP", "STRUCT", "UNION", "SET", "GEOGRAPHY",
      "ENUM", "JSON", "UUID", "VARIANT", "GEOMETRY", "BYTEA", "AGGREGATEFUNCTION", "ERROR",
      "FIXED", "RECORD", "NULL", "SUPER", "HLLSKETCH", "PG_LSN", "PG_SNAPSHOT", "TSQUERY",
      "TXID_SNAPSHOT", "XML", "MACADDR", "TSVECTOR", "UNKNOWN", "CIDR", "INET", "CLOB", "ROWID",
      "LOWCARDINALITY", "YEAR", "POINT", "POLYGON", "TUPLE", "SPATIAL", "TABLE", "NTEXT", "IMAGE",
      "IPV4", "IPV6", "DATETIMERANGE", "HLL", "LARGEINT", "QUANTILE_STATE", "AGG_STATE", "BITMAP",
      "UINT", "BIT", "MONEY",
    ].map { Shape.Word(text: $0) } + [
      Shape.Word(text: "MEASURE HIDDEN", lines: .since(1, 6)),
      Shape.Word(text: "MEASURE VISIBLE", lines: .since(1, 6)),
      Shape.Word(text: "MEASURE", lines: .since(1, 8)),
      Shape.Word(text: "KPI", lines: .since(1, 8)),
      // The spelling is OpenMetadata's.
      Shape.Word(text: "HEIRARCHY", lines: .since(1, 8)),
      Shape.Word(text: "HIERARCHYID", lines: .since(1, 10)),
    ])
}
