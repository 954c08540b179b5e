/// The tables of the data file.
enum StoreLayout {
  /// Raised with every change of the tables.
  static let version: Int64 = 1

  static let statements = [
    """
    CREATE TABLE entities (
      id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, fqn TEXT NOT NULL,
      deleted INTEGER NOT NULL, patched INTEGER NOT NULL, document TEXT NOT NULL,
      UNIQUE (type, fqn)) STRICT
    """,
    "CREATE INDEX entities_in_order ON entities (type, name, id)",
    """
    CREATE TABLE versions (
      id TEXT NOT NULL, version INTEGER NOT NULL, document TEXT NOT NULL,
      PRIMARY KEY (id, version)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE relationships (
      source TEXT NOT NULL, target TEXT NOT NULL, relation TEXT NOT NULL, detail TEXT,
      PRIMARY KEY (source, target, relation)) STRICT
    """,
    "CREATE INDEX relationships_back ON relationships (target, relation)",
    """
    CREATE TABLE secrets (
      owner TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (owner, name)) STRICT
    """,
  ]
}
