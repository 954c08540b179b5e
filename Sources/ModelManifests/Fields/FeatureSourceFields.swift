import Diagnostics
import YAMLSource

extension FeatureSourceManifest: ManifestRecord {
  init(blankAt range: SourceRange) {
    self.init(range: range, name: Located("", at: range))
  }

  mutating func note(unread key: String) { unreadKeys.insert(key) }

  static func elementKey(_ text: (String) -> String?) -> String? {
    guard let name = text("name") else { return nil }
    return text("dataSourceFqn").map { "\($0).\(name)" } ?? name
  }

  /// What databases call these types.
  private static let databaseTypes: [String: FeatureSourceDataType] = [
    "int": .integer, "int4": .integer, "int8": .integer, "bigint": .integer,
    "smallint": .integer, "float": .number, "double": .number, "double precision": .number,
    "real": .number, "numeric": .number, "decimal": .number, "varchar": .string, "text": .string,
    "char": .string, "uuid": .string, "bool": .boolean, "datetime": .timestamp,
    "timestamptz": .timestamp, "json": .object, "jsonb": .object,
  ]

  static let fields: [ManifestField<FeatureSourceManifest>] = [
    .required(
      "name", "The column's name; nested columns are written with dots", example: "membership",
      \.name
    ) { $1.entityName($0) },
    .optional(
      "dataType", "The type the column is said to have", example: "string",
      shape: .words(FeatureSourceDataType.allCases.map(\.rawValue)), \.dataType
    ) { $1.word($0, FeatureSourceDataType.self, meanings: databaseTypes) },
    .text(
      "description", "What the column contributes, in Markdown", example: "Bought or earned",
      \.description),
    .list("tags", "Tags by full name", example: "[PII.Sensitive]", of: .text, \.tags) {
      $1.members($0) { $1.tag($0) }
    },
    .optional(
      "dataSourceFqn", "The fully qualified name of the table",
      example: "demo_pg.postgres.public.users", \.dataSourceFqn
    ) { $1.tableName($0) },
  ]
}
