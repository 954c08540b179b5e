import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import RegisteredModels
import Testing

@testable import Reconciler

@Suite("What changed since a model was published")
struct DriftTests {
  private var catalog = SmallCatalog()

  init() throws {
    try catalog.publish(Manifest(extra: "tags: [PII.None]").yaml)
  }

  private func drift(
    _ yaml: String = Manifest(extra: "tags: [PII.None]").yaml, locked: [Table]? = nil,
    moved: [String: Table] = [:]
  ) throws -> ModelDrift {
    let desired = try SmallCatalog.desired(yaml)
    let tables = (locked ?? []).map { ($0.fullyQualifiedName, Lookup.found($0)) }
    var comparison = DriftComparison(
      try catalog.snapshot(for: desired),
      locked: Dictionary(tables) { first, _ in first }, options: PlanOptions())
    let ids = comparison.formerTableIDs(desired)
    for (name, table) in moved where ids[name] == table.id {
      comparison.movedTables[name] = .found(table)
    }
    return comparison.drift(of: try #require(desired.first), locked: nil)
  }

  private func lines(_ drift: ModelDrift) -> [String] {
    drift.drifts.map { drift in
      "\(drift.finding.range?.start.line ?? 0) \(drift.finding.code.rawValue) \(drift.subject): "
        + "\(drift.published?.text() ?? "–") → \(drift.current?.text() ?? "–")"
    }
  }

  // MARK: Fields

  @Test("nothing, right after publishing")
  func none() throws {
    let drift = try drift()
    #expect(drift.drifts.isEmpty && drift.findings.isEmpty && drift.isCompared, "\(lines(drift))")
  }

  @Test("an edit, a removal and an addition of others, each with both values and who it was")
  mutating func edits() throws {
    catalog.edit { object in
      object["description"] = "Theirs"
      object["algorithm"] = "Other"
      object["tags"] = []
      object.editEntry("is_premium", of: "mlFeatures") { $0["dataType"] = "numerical" }
    }
    let drift = try drift()
    #expect(
      lines(drift) == [
        #"3 MLC450 description: "D0" → "Theirs""#, #"2 MLC450 algorithm: "XGBoost" → "Other""#,
        #"4 MLC450 tags[PII.None]: "PII.None" → –"#,
        #"15 MLC450 mlFeatures[is_premium].dataType: "categorical" → "numerical""#,
      ])
    #expect(drift.drifts.allSatisfy { $0.edit?.updatedBy == "steward" && $0.kind == .edited })
    #expect(drift.drifts[0].finding.message.contains(#""D0" was published, now it is "Theirs""#))
  }

  @Test("a feature that somebody removed is one change, not one for each of its leaves")
  mutating func removedFeature() throws {
    catalog.edit { object in
      object["mlFeatures"] = .array(
        (object["mlFeatures"]?.array ?? []).filter { $0["name"] != "is_premium" })
    }
    let drift = try drift()
    #expect(drift.drifts.map(\.subject) == ["mlFeatures[is_premium]"], "\(lines(drift))")
    #expect(drift.drifts.first?.published == true && drift.drifts.first?.current == nil)
  }

  @Test("what the file changed, took over or gave up is none, and what nobody published is none")
  mutating func files() throws {
    var changed = Manifest(extra: "tags: [PII.None]")
    changed.algorithm = "LightGBM"
    changed.description = "D1"
    #expect(try drift(changed.yaml).drifts.isEmpty)
    catalog.edit {
      $0["description"] = "D1"
      $0["displayName"] = "Theirs"
    }
    changed.algorithm = "XGBoost"
    #expect(try drift(changed.yaml).drifts.isEmpty)
    changed.description = nil
    #expect(try drift(changed.yaml).drifts.isEmpty)
  }

  @Test("where both sides changed, the finding has the file's value too")
  mutating func conflict() throws {
    catalog.edit { $0["description"] = "Theirs" }
    var changed = Manifest(extra: "tags: [PII.None]")
    changed.description = "Ours"
    let drift = try drift(changed.yaml)
    #expect(lines(drift) == [#"3 MLC450 description: "D0" → "Theirs""#])
    #expect(drift.drifts.first?.finding.hint?.contains("the file has \"Ours\"") == true)
  }

  @Test("edits of fields that the catalog owns are none")
  mutating func ownership() throws {
    catalog.edit { $0["description"] = "Theirs" }
    let owned = "tags: [PII.None]\nownership: {description: catalog}"
    #expect(try drift(Manifest(extra: owned).yaml).drifts.isEmpty)
  }

  // MARK: Models

  @Test("a model that was deleted, or is not there")
  mutating func models() throws {
    catalog.edit { $0["deleted"] = true }
    #expect(try lines(drift()).map { $0.prefix(15) } == ["1 MLC451 model:"])
    catalog.document = nil
    let missing = try drift()
    #expect(lines(missing).map { $0.prefix(15) } == ["1 MLC452 model:"])
    #expect(!missing.isCompared)
  }

  @Test("without a version of ours, or with a shared token, that is said and nothing guessed")
  mutating func strangers() throws {
    catalog.edit { $0["description"] = "Theirs" }
    catalog.principal = Principal(name: "reader", isBot: true)
    var stranger = try drift()
    #expect(stranger.drifts.isEmpty)
    #expect(stranger.findings.map(\.code) == [.driftUnknown])
    catalog.principal = Principal(name: "ingestion-bot", isBot: true)
    stranger = try drift()
    #expect(stranger.drifts.isEmpty)
    #expect(stranger.findings.map(\.code) == [.sharedPrincipal])
  }

  // MARK: Tables

  private static let orders = "demo_pg.postgres.public.orders"
  private static let users = "demo_pg.postgres.public.users"

  @Test("tables that are deleted, gone, deprecated or forbidden")
  mutating func tables() throws {
    catalog.deletedTables = [Self.orders]
    catalog.tables.removeAll { $0.name == "users" }
    let gone = try drift()
    #expect(
      lines(gone) == [
        #"13 MLC453 table \#(Self.orders): "\#(Self.orders)" → –"#,
        #"19 MLC453 table \#(Self.users): "\#(Self.users)" → –"#,
      ])
    #expect(gone.references.unresolved == 2)

    catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.tables[0].isDeprecated = true
    catalog.forbiddenTables = [Self.users]
    let other = try drift(Manifest().yaml)
    #expect(lines(other) == [#"12 MLC455 table \#(Self.orders): – → "Deprecated""#])
    #expect(other.findings.map(\.code) == [.driftUnknown])
    var locked = SmallCatalog.orders
    locked.isDeprecated = true
    #expect(try drift(Manifest().yaml, locked: [locked]).drifts.isEmpty)
  }

  @Test("a table that has another name now, and one that was made anew")
  mutating func replacedTables() throws {
    var renamed = SmallCatalog.orders
    renamed.fullyQualifiedName = "demo_pg.postgres.public.purchases"
    catalog.tables[0] = renamed
    let drift = try drift(moved: [Self.orders: renamed])
    #expect(
      lines(drift) == [
        #"13 MLC454 table \#(Self.orders): "\#(Self.orders)" → "\#(renamed.fullyQualifiedName)""#
      ])
    #expect(drift.drifts.first?.finding.hint == "write `demo_pg.postgres.public.purchases`")

    catalog.tables[0] = SmallCatalog.orders
    catalog.tables[0].id = "another"
    #expect(
      try lines(self.drift()) == [
        #"13 MLC454 table \#(Self.orders): "id-of-orders" → "another""#
      ])
  }

  @Test("columns that are gone or of another type, by the file and by the lock")
  mutating func columns() throws {
    catalog.tables[0] = SmallCatalog.table("orders", [("order_id", "INT"), ("updated", "DATE")])
    catalog.tables[1] = SmallCatalog.table("users", [("premium", "TEXT"), ("since", "DATE")])
    #expect(
      try lines(drift()) == [
        #"11 MLC456 column \#(Self.orders).last_update: – → –"#,
        #"18 MLC457 column \#(Self.users).premium: "boolean" → "TEXT""#,
      ])
    #expect(
      try lines(drift(locked: [SmallCatalog.orders, SmallCatalog.users])) == [
        #"11 MLC456 column \#(Self.orders).last_update: "TIMESTAMPZ" → –"#,
        #"18 MLC457 column \#(Self.users).premium: "BOOLEAN" → "TEXT""#,
      ])
    // What the lock has as the catalog has it did not change, right or wrong.
    #expect(try drift(locked: catalog.tables).drifts.isEmpty)
  }

  @Test("a column whose type changed to one that fits is told by the lock alone")
  mutating func widenedColumn() throws {
    catalog.tables[0] = SmallCatalog.table("orders", [("last_update", "DATETIME")])
    #expect(try drift().drifts.isEmpty)
    #expect(
      try lines(drift(locked: [SmallCatalog.orders])) == [
        #"12 MLC457 column \#(Self.orders).last_update: "TIMESTAMPZ" → "DATETIME""#
      ])
  }

  // MARK: Lineage

  @Test("edges that are gone, and edges that lost columns or our line")
  mutating func lineage() throws {
    catalog.edges.removeAll { $0.fromEntity.name == "orders" }
    #expect(
      try lines(drift()) == [#"13 MLC460 edge from \#(Self.orders): "\#(Self.orders)" → –"#])
    let details = catalog.edges[0].details
    catalog.edges[0].details = nil
    #expect(try drift().drifts.map(\.finding.code) == [.driftedEdgeGone, .driftedEdgeColumns])
    var object = details?.object ?? JSONObject()
    object["description"] = "Drawn by hand"
    catalog.edges[0].details = .object(object)
    #expect(
      try lines(drift()).last
        == #"19 MLC461 edge from \#(Self.users): "Published by mlcatalog for CustomMLService.churn""#
        + #" → "Drawn by hand""#)
  }

  @Test("an edge of a source that is not published yet is none")
  mutating func newSource() throws {
    var wider = Manifest(extra: "tags: [PII.None]")
    wider.features += """
        - name: total
          dataType: numerical
          featureSources: [{name: total_orders, dataSourceFqn: demo_pg.postgres.public.users}]

      """
    #expect(try drift(wider.yaml).drifts.isEmpty)
  }
}
