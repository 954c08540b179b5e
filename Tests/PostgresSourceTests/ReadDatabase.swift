import FoundationEssentials
import TestSupport

@testable import PostgresSource

/// A database made from a script of the package, as it was read.
struct ReadDatabase {
  /// Names that must be quoted somewhere, and keys between their tables.
  static let names = Result { try ReadDatabase("names", by: ["names"]) }
  /// Every kind of relation, column and key.
  static let kinds = Result { try ReadDatabase("kinds", by: ["kinds", "beyond-connectors"]) }

  let description: DatabaseDescription

  /// Runs each `Cases/<script>.sql` in a new database.
  private init(_ name: String, by scripts: [String]) throws {
    let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    let script = try scripts.map { script in
      String(decoding: try Data(contentsOf: cases.appending(path: "\(script).sql")), as: UTF8.self)
    }.joined()
    let url = try PrivatePostgreSQL.shared.get().makeDatabase(name, script: script)
    description = try PostgresReader(PostgresAddress(parsing: url)).read()
  }

  func schema(_ name: String) -> SchemaDescription? {
    description.schemas.first { $0.name == name }
  }

  func table(_ name: String, in schema: String) -> TableDescription? {
    self.schema(schema)?.tables.first { $0.name == name }
  }
}
