/// What is asked of PostgreSQL's system catalog.
///
/// Names of the database are never part of a statement, and the search path puts the system's own
/// schema first, so no object of a user can stand in for one of the system.
enum CatalogQueries {
  static let beginning = [
    "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
    "SET LOCAL search_path = pg_catalog, public",
    "SET LOCAL statement_timeout = '60s'",
  ]

  /// Schemas: oid, name, comment.
  static let schemas = """
    SELECT n.oid, n.nspname, obj_description(n.oid, 'pg_namespace')
    FROM pg_namespace n WHERE \(isOfUsers) ORDER BY n.nspname COLLATE "C"
    """

  /// Relations: oid, schema oid, name, kind, comment, partition strategy, a view's query.
  static let relations = """
    SELECT c.oid, c.relnamespace, c.relname, c.relkind, obj_description(c.oid, 'pg_class'),
      p.partstrat,
      CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid, true) END
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
    WHERE \(isRead) ORDER BY c.relname COLLATE "C"
    """

  /// Columns: relation oid, number, name, type oid, type modifier, displayed type, whether it is
  /// not null, comment, and whether the relation is partitioned by it.
  static let columns = """
    SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod,
      format_type(a.atttypid, a.atttypmod), a.attnotnull, col_description(a.attrelid, a.attnum),
      coalesce(a.attnum = ANY (p.partattrs::int2[]), false)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
    WHERE \(isRead) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum
    """

  /// Types: oid, name, kind, category, element oid, base oid, whether a domain is not null, the
  /// length of an enumeration's longest label.
  static let types = """
    SELECT t.oid, t.typname, t.typtype, t.typcategory, t.typelem, t.typbasetype, t.typnotnull,
      (SELECT max(char_length(e.enumlabel)) FROM pg_enum e WHERE e.enumtypid = t.oid)
    FROM pg_type t
    """

  /// The columns of keys, one a row: constraint oid, kind, relation oid, column number, then of
  /// foreign keys the oid of the relation referred to and the column's number there.
  ///
  /// A key that refers to a partitioned table has one more constraint for each partition.
  static let keys = """
    SELECT k.oid, k.contype, k.conrelid, u.own, k.confrelid, u.referred
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS u (own, referred, place)
    WHERE \(isRead) AND k.contype IN ('p', 'u', 'f') AND k.conparentid = 0
    ORDER BY k.conname COLLATE "C", k.oid, u.place
    """

  private static let isOfUsers =
    "left(n.nspname, 3) <> 'pg_' AND n.nspname <> 'information_schema'"
  private static let isRead =
    isOfUsers + " AND NOT c.relispartition AND c.relkind IN ('r', 'p', 'f', 'v', 'm')"
}
