import FoundationEssentials
import TestSupport

@testable import PostgresSource

/// A database made from a script of the package, as it was read.
struct ReadDatabase {
  /// Names that must be quoted somewhere, and keys between their tables.
  static let names = Result { try ReadDatabase("names") }
  /// Every kind of relation, column and key.
  static let kinds = Result { try ReadDatabase("kinds") }

  let description: DatabaseDescription

  /// Runs `Cases/<name>.sql` in a new database.
  private init(_ name: String) throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/\(name).sql")
    let url = try PrivatePostgreSQL.shared.get().makeDatabase(
      name, script: String(decoding: try Data(contentsOf: script), as: UTF8.self))
    description = try PostgresReader(PostgresAddress(parsing: url)).read()
  }

  func schema(_ name: String) -> SchemaDescription? {
    description.schemas.first { $0.name == name }
  }

  func table(_ name: String, in schema: String) -> TableDescription? {
    self.schema(schema)?.tables.first { $0.name == name }
  }
}
