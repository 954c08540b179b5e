/// The tables of the data file.
enum StoreLayout {
  /// What every version of the layout adds to the one before; new ones go to the end.
  static let steps = [entities, search, countable, labelled, counted]

  private static let entities = [
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

  /// Triggers keep the index in step with the entities, in the transaction that changes them.
  private static let search = [
    // A row number of an own: those of a table without an integer key may change (VACUUM).
    "CREATE TABLE search_rows (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT",
    """
    CREATE VIRTUAL TABLE search USING fts5 (
      name, displayName, fullyQualifiedName, description, contents, tags,
      tokenize = 'unicode61 remove_diacritics 2')
    """,
    "CREATE TRIGGER search_inserted AFTER INSERT ON entities BEGIN \(indexing) END",
    "CREATE TRIGGER search_updated AFTER UPDATE ON entities BEGIN \(indexing) END",
    """
    CREATE TRIGGER search_deleted AFTER DELETE ON entities BEGIN
      DELETE FROM search WHERE rowid = (SELECT number FROM search_rows WHERE id = old.id);
      DELETE FROM search_rows WHERE id = old.id;
    END
    """,
    // What an earlier version wrote passes the trigger.
    "UPDATE entities SET name = name",
  ]

  /// Counting what is not deleted reads the index alone, not every document.
  private static let countable = [
    "DROP INDEX entities_in_order",
    "CREATE INDEX entities_in_order ON entities (type, name, id, deleted)",
  ]

  /// What people know an entity by: its display name, or its name where there is none.
  ///
  /// Letter case counts for nothing in it. An index serves only an expression that is written alike.
  static let label = """
    coalesce(nullif(trim(document ->> 'displayName', char(9, 10, 13, 32)), ''), name) \
    COLLATE NOCASE
    """

  private static let labelled = [
    "CREATE INDEX entities_by_label ON entities (type, deleted, \(label), name, id)"
  ]

  /// How many entities there are of a type, so that the total of a list takes the same time whatever
  /// it is.
  private static let counted = [
    """
    CREATE TABLE counts (
      type TEXT NOT NULL, deleted INTEGER NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY (type, deleted)) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO counts SELECT type, deleted, count(*) FROM entities GROUP BY type, deleted",
    "CREATE TRIGGER counted_inserted AFTER INSERT ON entities BEGIN \(counting("+", "new")) END",
    """
    CREATE TRIGGER counted_updated AFTER UPDATE OF deleted ON entities
    WHEN old.deleted <> new.deleted
    BEGIN \(counting("-", "old")) \(counting("+", "new")) END
    """,
    "CREATE TRIGGER counted_deleted AFTER DELETE ON entities BEGIN \(counting("-", "old")) END",
  ]

  private static func counting(_ sign: String, _ row: String) -> String {
    """
    INSERT OR IGNORE INTO counts (type, deleted, number) VALUES (\(row).type, \(row).deleted, 0);
    UPDATE counts SET number = number \(sign) 1
    WHERE type = \(row).type AND deleted = \(row).deleted;
    """
  }

  private static let indexing = """
    INSERT OR IGNORE INTO search_rows (id) VALUES (new.id);
    DELETE FROM search WHERE rowid = (SELECT number FROM search_rows WHERE id = new.id);
    INSERT INTO search (
      rowid, name, displayName, fullyQualifiedName, description, contents, tags)
    SELECT number, new.name, new.document ->> 'displayName', new.fqn,
      new.document ->> 'description',
      (SELECT group_concat(atom, ' ') FROM (
        SELECT atom FROM json_tree(new.document, '$.columns') WHERE key = 'name'
        UNION ALL
        SELECT atom FROM json_tree(new.document, '$.mlFeatures')
        WHERE key = 'name' AND path NOT GLOB '*].*')),
      (SELECT group_concat(atom, ' ') FROM json_tree(new.document) WHERE key = 'tagFQN')
    FROM search_rows WHERE id = new.id;
    """
}
