/// What OpenMetadata's PostgreSQL connector says of a type.
struct DataTypeMapping {
  let dataType: String
  var arrayDataType: String?
  /// In characters.
  var length: Int?
  var precision: Int?
  var scale: Int?

  init(_ type: ColumnType, _ line: ConnectorLine) {
    switch type {
    case .scalar(let name):
      let isNew = line.hasNewWords && Self.newNames.contains(name)
      dataType = isNew ? "UNKNOWN" : Self.names[name] ?? Self.unrecognised
    case .characters(let isFixed, let length):
      dataType = isFixed ? "CHAR" : "VARCHAR"
      self.length = length ?? 1
    case .numeric(let precision, let scale):
      dataType = "NUMERIC"
      self.precision = precision
      self.scale = scale
    case .enumeration(let longestLabel):
      dataType = "VARCHAR"
      length = max(1, longestLabel)
    case .composite: dataType = Self.unrecognised
    case .array(let element):
      let element = DataTypeMapping(element, line).dataType
      dataType = element == Self.unrecognised ? element : "ARRAY"
      arrayDataType = element == Self.unrecognised ? nil : element
    }
  }

  /// OpenMetadata's word for a type that the connector does not recognise at all; one that it knows
  /// but has no word for is UNKNOWN.
  private static let unrecognised = "NULL"

  /// What the connector 2.0 knows besides, without a word for it.
  private static let newNames: Set<String> = [
    "int4multirange", "int8multirange", "nummultirange", "datemultirange", "tsmultirange",
    "tstzmultirange",
  ]

  private static let names: [String: String] = [
    "int2": "SMALLINT", "int4": "INT", "int8": "BIGINT", "money": "MONEY",
    "float4": "FLOAT", "float8": "DOUBLE",
    "bpchar": "STRING", "char": "STRING", "name": "STRING", "xid": "STRING", "text": "TEXT",
    "bool": "BOOLEAN", "bit": "BIT", "varbit": "BIT", "bytea": "BYTEA",
    "date": "DATE", "time": "TIME", "timetz": "TIME", "timestamp": "TIMESTAMP",
    "timestamptz": "TIMESTAMP", "interval": "INTERVAL", "tsrange": "DATETIMERANGE",
    "json": "JSON", "jsonb": "JSON", "xml": "XML", "uuid": "UUID",
    "inet": "INET", "cidr": "CIDR", "macaddr": "MACADDR", "macaddr8": "MACADDR",
    "tsvector": "TSVECTOR", "tsquery": "TSQUERY",
    "point": "GEOMETRY", "line": "GEOMETRY", "lseg": "GEOMETRY", "box": "GEOMETRY",
    "path": "GEOMETRY", "polygon": "GEOMETRY", "circle": "GEOMETRY", "geometry": "GEOMETRY",
    "pg_lsn": "PG_LSN", "pg_snapshot": "PG_SNAPSHOT", "txid_snapshot": "TXID_SNAPSHOT",
    "int4range": "UNKNOWN", "int8range": "UNKNOWN", "numrange": "UNKNOWN",
    "tstzrange": "UNKNOWN", "daterange": "UNKNOWN", "oid": "UNKNOWN", "regclass": "UNKNOWN",
    "hstore": "UNKNOWN",
  ]
}
