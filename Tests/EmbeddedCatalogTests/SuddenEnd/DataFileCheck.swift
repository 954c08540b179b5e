@testable import EmbeddedCatalog

/// Looks into a data file for what SQLite itself calls damage and for halves of a write.
struct DataFileCheck {
  private let connection: SQLiteConnection

  init(path: String) throws { connection = try SQLiteConnection(path: path) }

  /// What is wrong, in words; empty when nothing is.
  func findings() throws -> [String] {
    var findings: [String] = []
    let integrity = try connection.run("PRAGMA integrity_check").map { $0[0].text }
    if integrity != ["ok"] { findings += integrity }
    // Fails when the words of the index are not those of the texts in it (FTS5, integrity-check).
    do { try connection.run("INSERT INTO search (search) VALUES ('integrity-check')") } catch {
      findings.append("the index of words: \(error.message)")
    }
    for (finding, query) in Self.halves {
      let count = try connection.run("SELECT count(*) FROM (\(query))").first?.first?.integer ?? -1
      if count != 0 { findings.append("\(count) × \(finding)") }
    }
    return findings
  }

  /// What one transaction writes and half a transaction would not.
  private static let halves = [
    (
      "an entity without the version before it",
      """
      SELECT id FROM entities WHERE document ->> '$.changeDescription.previousVersion' IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM versions WHERE versions.id = entities.id AND versions.version =
          round(10 * (entities.document ->> '$.changeDescription.previousVersion')))
      """
    ),
    (
      "a version of an entity that is not there",
      "SELECT id FROM versions WHERE id NOT IN (SELECT id FROM entities)"
    ),
    (
      "a version that is not older than the entity",
      """
      SELECT id FROM versions JOIN entities USING (id)
      WHERE version >= round(10 * (entities.document ->> '$.version'))
      """
    ),
    (
      "a relationship with an end that is not there",
      """
      SELECT source FROM relationships WHERE source NOT IN (SELECT id FROM entities)
      OR target NOT IN (SELECT id FROM entities)
      """
    ),
    (
      "a table that lies in nothing",
      """
      SELECT id FROM entities WHERE type = 'table' AND id NOT IN (
        SELECT target FROM relationships WHERE relation = 'contains')
      """
    ),
    (
      "an entity that the search does not know",
      "SELECT id FROM entities WHERE id NOT IN (SELECT id FROM search_rows)"
    ),
    (
      "something that the search knows and is not there",
      """
      SELECT id FROM search_rows WHERE id NOT IN (SELECT id FROM entities)
      UNION ALL SELECT rowid FROM search WHERE rowid NOT IN (SELECT number FROM search_rows)
      """
    ),
    (
      "an entity that the search knows otherwise",
      """
      SELECT e.id FROM entities e JOIN search_rows r ON r.id = e.id
      LEFT JOIN search s ON s.rowid = r.number
      WHERE s.name IS NOT e.name OR s.fullyQualifiedName IS NOT e.fqn
        OR s.displayName IS NOT e.document ->> 'displayName'
        OR s.description IS NOT e.document ->> 'description'
        OR e.type = 'table' AND s.contents IS NOT (
          SELECT group_concat(atom, ' ') FROM json_tree(e.document, '$.columns') WHERE key = 'name')
        OR s.tags IS NOT (
          SELECT group_concat(atom, ' ') FROM json_tree(e.document) WHERE key = 'tagFQN')
      """
    ),
    (
      "a mark of deletion that the document does not have",
      "SELECT id FROM entities WHERE deleted <> (document ->> '$.deleted')"
    ),
  ]
}
