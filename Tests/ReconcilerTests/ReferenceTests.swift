import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import TestSupport
import Testing

@testable import Reconciler

@Suite("References of a manifest")
struct ReferenceTests {
  /// Plans a manifest with the mark `⟦x⟧…⟦/x⟧` around the value at fault.
  private func finding(
    _ marked: String, in catalog: SmallCatalog = SmallCatalog(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Diagnostic {
    var catalog = catalog
    let text = try MarkedText("algorithm: XGBoost\n" + marked + "\n")
    _ = try catalog.plan(text.text)
    #expect(catalog.findings.items.count == 1, sourceLocation: sourceLocation)
    let finding = try #require(catalog.findings.items.first)
    let range = try text.range(of: "x")
    #expect(finding.range == range, sourceLocation: sourceLocation)
    #expect(finding.model == SmallCatalog.name, sourceLocation: sourceLocation)
    return finding
  }

  private func source(_ name: String, _ dataType: String, _ table: String) -> String {
    """
    name: churn
    mlFeatures:
      - name: last_update_bucket
        dataType: categorical
        featureSources:
          - {name: \(name), dataType: \(dataType), dataSourceFqn: \(table)}
    """
  }

  private let orders = "demo_pg.postgres.public.orders"

  @Test("a table that is not there is an error on its name, with the name that was meant")
  func tableNotFound() throws {
    let finding = try finding(
      source("last_update", "timestamp", "⟦x⟧demo_pg.postgres.public.ordesr⟦/x⟧"))
    #expect(finding.code == .tableNotFound)
    #expect(finding.severity == .error)
    #expect(finding.hint == "did you mean `demo_pg.postgres.public.orders`?")
  }

  @Test("of two tables as near as each other none is picked")
  func twoCandidates() throws {
    var catalog = SmallCatalog()
    catalog.tables = [SmallCatalog.table("order_1", []), SmallCatalog.table("order_2", [])]
    let finding = try finding(
      source("last_update", "timestamp", "⟦x⟧demo_pg.postgres.public.order_3⟦/x⟧"), in: catalog)
    #expect(
      finding.hint
        == "did you mean `demo_pg.postgres.public.order_1` or `demo_pg.postgres.public.order_2`?")
  }

  @Test(
    "of a table in a schema that is not there the one of a nearly equal schema is suggested",
    arguments: [
      ("demo_pq.postgres.public.orders", "did you mean `demo_pg.postgres.public.orders`?"),
      ("demo_pg.postgres.publik.ordesr", "did you mean `demo_pg.postgres.public.orders`?"),
      (
        "demo_pg.postgres.publik.invoices",
        "did you mean a table of the schema `demo_pg.postgres.public`?"
      ),
    ])
  func otherSchema(_ name: String, _ hint: String) throws {
    let finding = try finding(source("last_update", "timestamp", "⟦x⟧\(name)⟦/x⟧"))
    #expect(finding.code == .tableNotFound)
    #expect(finding.hint == hint)
  }

  @Test(
    "a table's name of too few or too many parts is told the four that it has",
    arguments: [
      ("orders", "this name has 1 part of the four"),
      ("public.orders", "this name has 2 parts of the four"),
      (
        "demo_pg.postgres.public.orders.last_update",
        "this name has 5 parts; a column is named by the source's `name`"
      ),
    ])
  func parts(_ name: String, _ hint: String) throws {
    let finding = try finding(source("last_update", "timestamp", "⟦x⟧\(name)⟦/x⟧"))
    #expect(finding.code == .tableNotFound)
    #expect(
      finding.hint == "a table is named as service.database.schema.table, and \(hint)")
  }

  @Test(
    "what is a glossary term among the tags, or a tag among the terms, is sent where it belongs")
  func confusedLabels() throws {
    let tag = try finding("name: churn\ntags: [⟦x⟧Business.Revenue⟦/x⟧]")
    #expect(tag.code == .labelNotFound)
    #expect(
      tag.hint == "it has a glossary term of that name: write it under `glossaryTerms`")
    let term = try finding("name: churn\nglossaryTerms: [⟦x⟧PII.Sensitive⟦/x⟧]")
    #expect(term.code == .entityNotFound)
    #expect(term.hint == "it has a tag of that name: write it under `tags`")
    let tier = try finding("name: churn\nglossaryTerms: [⟦x⟧Tier.Tier1⟦/x⟧]")
    #expect(tier.hint == "it has a tag of that name: write it under `tier`")
  }

  @Test(
    "a glossary term that is no longer, or not yet, approved is a note at its name",
    arguments: ["Draft", "In Review", "Rejected", "Deprecated"])
  func unapprovedTerm(_ status: String) throws {
    var catalog = SmallCatalog()
    var term = SmallCatalog.reference(.glossaryTerm, "Business.Revenue")
    term.status = status
    catalog.entities[NamedEntity(.glossaryTerm, "Business.Revenue")] = .found(term)
    let finding = try finding("name: churn\nglossaryTerms: [⟦x⟧Business.Revenue⟦/x⟧]", in: catalog)
    #expect(finding.code == .termNotApproved)
    #expect(finding.severity == .note)
    #expect(
      finding.message == "the glossary term `Business.Revenue` has the status \(status)")
    term.status = "Approved"
    catalog.entities[NamedEntity(.glossaryTerm, "Business.Revenue")] = .found(term)
    _ = try catalog.plan("name: churn\nalgorithm: X\nglossaryTerms: [Business.Revenue]\n")
    #expect(catalog.codes == [])
  }

  @Test("a table that differs by letter case only is said so")
  func letterCase() throws {
    let finding = try finding(
      source("last_update", "timestamp", "⟦x⟧demo_pg.postgres.public.Orders⟦/x⟧"))
    #expect(finding.code == .tableLetterCase)
    #expect(finding.hint == "write `demo_pg.postgres.public.orders` if that is meant")
  }

  @Test("a deleted table and one that may not be seen have codes of their own")
  func deletedAndForbidden() throws {
    var catalog = SmallCatalog()
    catalog.deletedTables = [orders]
    #expect(
      try finding(source("last_update", "timestamp", "⟦x⟧\(orders)⟦/x⟧"), in: catalog).code
        == .tableDeleted)
    catalog.deletedTables = []
    catalog.forbiddenTables = [orders]
    #expect(
      try finding(source("last_update", "timestamp", "⟦x⟧\(orders)⟦/x⟧"), in: catalog).code
        == .tableForbidden)
  }

  @Test("the demo's `orders` is no column, and `last_update` was meant")
  func demoColumn() throws {
    let finding = try finding(source("⟦x⟧orders⟦/x⟧", "timestamp", orders))
    #expect(finding.code == .unknownColumn)
    #expect(finding.severity == .warning)
    #expect(finding.hint == "did you mean `last_update`?")
  }

  @Test(
    "a table that is deleted or may no longer be seen stays the source that it is",
    arguments: [true, false])
  func unseenTable(_ isDeleted: Bool) throws {
    var catalog = SmallCatalog()
    let yaml = "algorithm: XGBoost\n" + source("last_update", "timestamp", orders)
    try catalog.publish(yaml)
    if isDeleted { catalog.deletedTables = [orders] } else { catalog.forbiddenTables = [orders] }
    let plan = try catalog.plan(yaml)
    #expect(catalog.codes == [isDeleted ? .tableDeleted : .tableForbidden])
    #expect(plan.lines == [])
    #expect(plan.edges.isEmpty)
  }

  @Test("a source without a table is a note on its name; one that says so is none")
  func sourceWithoutTable() throws {
    let text = """
      name: churn
      mlFeatures:
        - name: last_update_bucket
          dataType: categorical
          featureSources:
            - name: ⟦x⟧last_update⟦/x⟧
            - {name: created_at, dataSourceFqn: ~}
      """
    let finding = try finding(text)
    #expect(finding.code == .sourceWithoutTable)
    #expect(finding.severity == .note)
    #expect(
      finding.fieldPath == "mlFeatures[last_update_bucket].featureSources[last_update].name")
  }

  @Test("a misspelt column is suggested by its spelling")
  func misspeltColumn() throws {
    let finding = try finding(source("⟦x⟧ordr_id⟦/x⟧", "integer", orders))
    #expect(finding.hint == "did you mean `order_id`?")
  }

  @Test("a declared type that does not fit the column is a warning on the type")
  func typeMismatch() throws {
    let finding = try finding(source("last_update", "⟦x⟧integer⟦/x⟧", orders))
    #expect(finding.code == .typeMismatch)
    #expect(finding.severity == .warning)
    #expect(finding.message == "the column `last_update` is TIMESTAMPZ, which is no integer")
    #expect(finding.hint == "write timestamp, or name another column")
  }

  @Test("a column inside a structure is found by dots, a type that is not known fits everything")
  func nestedColumn() throws {
    var catalog = SmallCatalog()
    let name = "demo_pg.postgres.public.people"
    let city = Column(name: "city", fullyQualifiedName: "\(name).address.city", dataType: "NOVEL")
    catalog.tables = [
      Table(
        id: "id-of-people", name: "people", fullyQualifiedName: name,
        columns: [
          Column(
            name: "address", fullyQualifiedName: "\(name).address", dataType: "STRUCT",
            children: [city])
        ])
    ]
    let plan = try catalog.plan(
      "algorithm: XGBoost\n" + source("address.city", "string", name))
    #expect(catalog.findings.items.isEmpty)
    #expect(plan.edges.first?.columns.first?.fromColumns == ["\(name).address.city"])
  }

  @Test("a table name in needless quotes is the table")
  func needlessQuotes() throws {
    var catalog = SmallCatalog()
    let plan = try catalog.publish(
      "algorithm: XGBoost\n"
        + source("last_update", "timestamp", "'\"demo_pg\".postgres.public.orders'"))
    #expect(catalog.findings.items.isEmpty)
    #expect(plan.edges.map(\.from.name) == ["orders"])
    let reference = catalog.document?["mlFeatures"]?.array?.first?["featureSources"]?.array?.first?[
      "dataSource"]
    #expect(
      reference == [
        "id": "id-of-orders", "type": "table", "name": "orders",
        "fullyQualifiedName": .string(orders),
      ])
  }

  @Test("an unknown tag, tier, user or team is an error at its value")
  func unknownNames() throws {
    let tag = try finding("name: churn\ntags: [PII.None, ⟦x⟧PII.Sensitve⟦/x⟧]")
    #expect(tag.code == .labelNotFound)
    #expect(tag.hint == "did you mean `PII.Sensitive`?")
    let tier = try finding("name: churn\ntier: ⟦x⟧Tier.Tier9⟦/x⟧")
    #expect(tier.code == .labelNotFound)
    let gold = try finding("name: churn\ntier: ⟦x⟧Tier.Gold⟦/x⟧")
    #expect(gold.hint == "the catalog has `Tier.Tier1`, `Tier.Tier2`")
    let unmarked = try finding("name: churn\nowners: [⟦x⟧Data Science⟦/x⟧]")
    #expect(unmarked.code == .unknownUser)
    #expect(unmarked.hint == "a team is written as `team:Data Science`")
    let user = try finding("name: churn\nowners: [⟦x⟧jane.d⟦/x⟧]")
    #expect(user.code == .unknownUser)
    let team = try finding("name: churn\nowners: [⟦x⟧team:Nobody⟦/x⟧]")
    #expect(team.code == .unknownTeam)
  }

  @Test("an owner's address must be the user's, whatever its letter case")
  func ownersAddress() throws {
    let other = try finding("name: churn\nowners: [⟦x⟧jane.doe@elsewhere.example⟦/x⟧]")
    #expect(other.code == .ownerEmailDiffers)
    var catalog = SmallCatalog()
    let plan = try catalog.plan(
      "name: churn\nalgorithm: X\nowners: [Jane.Doe@Example.com]\n")
    #expect(catalog.findings.items.isEmpty)
    #expect(plan.changes.contains { $0.path.description == "owners[jane.doe]" })
  }

  @Test("only a group can own")
  func department() throws {
    let finding = try finding("name: churn\nowners: [⟦x⟧team:Engineering⟦/x⟧]")
    #expect(finding.code == .teamCannotOwn)
  }

  @Test("a team does not join users whom others made owners")
  func teamBesideUser() throws {
    var catalog = SmallCatalog()
    try catalog.publish("name: churn\nalgorithm: X\n")
    catalog.edit { object in
      object["owners"] = [["id": "id-of-joe", "type": "user", "name": "joe"]]
    }
    _ = try catalog.plan("name: churn\nalgorithm: X\nowners: ['team:Data Science']\n")
    #expect(catalog.codes == [.ownersExcludeEachOther])
  }

  @Test("owners that the file alone makes exclude each other are found once, in the file")
  func teamBesideUserInFile() throws {
    let text = "name: churn\nalgorithm: X\nowners: [joe, 'team:Data Science']\n"
    var findings = DiagnosticList()
    let file = ManifestFile(
      SourceFile(path: "ml_model.yaml", bytes: Array(text.utf8)), diagnostics: &findings)
    let desired = Merge.desiredModels(of: file.models, diagnostics: &findings)
    let snapshot = try SmallCatalog().snapshot(for: desired)
    _ = Planner.plan(desired, snapshot, PlanOptions(), diagnostics: &findings)
    #expect(findings.items.map(\.code) == [.contradictoryMembers])
  }

  @Test("references are counted by what became of them")
  func counts() throws {
    let desired = try SmallCatalog.desired(
      "algorithm: X\n" + source("last_update", "timestamp", orders) + "\n"
        + "      - {name: a, dataSourceFqn: no.such.table.here}\n")
    let snapshot = try SmallCatalog().snapshot(for: desired)
    var findings = DiagnosticList()
    let plan = Planner.plan(desired, snapshot, PlanOptions(), diagnostics: &findings)
    #expect(plan.references.declared == 2)
    #expect(plan.references.resolved == 1)
    #expect(plan.references.unresolved == 1)
  }
}
