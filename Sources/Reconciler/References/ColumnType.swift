import ModelManifests
import OpenMetadataEntities

/// How the types of columns and of sources correspond.
enum ColumnType {
  /// Whether a source may say that a column has a type; a column type that is not known fits all.
  static func fits(_ declared: FeatureSourceDataType, _ column: Column) -> Bool {
    guard let actual = sourceType(of: column) else { return true }
    return declared == actual || (declared == .number && actual == .integer)
  }

  /// The type of a source that reads a column; nil for column types that are not known.
  static func sourceType(of column: Column) -> FeatureSourceDataType? {
    types.first { $0.columns.contains(column.dataType.uppercased()) }?.source
  }

  private static let types: [(source: FeatureSourceDataType, columns: Set<String>)] = [
    (
      .integer,
      [
        "INT", "INTEGER", "TINYINT", "SMALLINT", "MEDIUMINT", "BIGINT", "LONG", "UINT", "BYTEINT",
        "YEAR",
      ]
    ),
    (.number, ["FLOAT", "DOUBLE", "DECIMAL", "NUMERIC", "NUMBER", "MONEY", "FIXED"]),
    (
      .string,
      [
        "CHAR", "VARCHAR", "TEXT", "MEDIUMTEXT", "STRING", "NTEXT", "CLOB", "UUID", "ENUM", "CIDR",
        "INET", "MACADDR", "XML",
      ]
    ),
    (.boolean, ["BOOLEAN", "BIT"]),
    (.date, ["DATE"]),
    (.timestamp, ["TIMESTAMP", "TIMESTAMPZ", "DATETIME", "TIME"]),
    (.array, ["ARRAY", "SET"]),
    (.object, ["STRUCT", "MAP", "RECORD", "VARIANT"]),
  ]
}
