import Diagnostics
import FullyQualifiedNames
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import RegisteredModels
import Testing

@testable import Reconciler

@Suite("What the catalog has for what the registry knows")
struct CatalogOfFactsTests {
  @Test("without the custom properties one note names the command that defines them")
  func undefinedProperties() throws {
    var run = RegisteredFixture()
    run.mapTables()
    run.catalog.customProperties = .found(SmallCatalog.properties)
    let plan = try run.plan(RegisteredFixture.manifest("extension: {costCenter: 4711}"))
    #expect(plan.expected.leaves.keys.filter { $0.topLevelMember == "extension" }.count == 1)
    let finding = try #require(run.findings.items.first)
    #expect(run.findings.items.count == 1, "\(run.lines)")
    #expect(finding.code == .registryPropertiesUndefined)
    #expect(finding.severity == .note)
    #expect(
      finding.hint == "`mlcatalog init --custom-properties` defines them once for each catalog")
    #expect(finding.range?.start == Position(line: 4, column: 12))
  }

  @Test("a property that the file gives and the catalog lacks is still an error of the file")
  func misspeltProperty() throws {
    var run = RegisteredFixture()
    run.mapTables()
    _ = try run.plan(RegisteredFixture.manifest("extension: {mlStages: Gold}"))
    #expect(
      run.lines == [
        "6:13 error MLC285 the catalog has no custom property `mlStages` for ML models"
      ])
  }

  @Test("properties that may not be seen are a note; with one of the file's they are an error")
  func forbiddenProperties() throws {
    var run = RegisteredFixture()
    run.mapTables()
    run.catalog.customProperties = .forbidden("no")
    _ = try run.plan()
    #expect(run.findings.items.map(\.code) == [.registryPropertiesUndefined])
    _ = try run.plan(RegisteredFixture.manifest("extension: {costCenter: 4711}"))
    #expect(run.findings.items.map(\.code) == [.customPropertiesForbidden])
  }

  @Test("a property defined with another type is left as it is, with a warning")
  func otherType() throws {
    var run = RegisteredFixture()
    run.mapTables()
    run.catalog.customProperties = .found([CustomProperty(name: "mlMetrics", type: "integer")])
    let plan = try run.plan()
    #expect(plan.expected["extension.mlMetrics"] == nil)
    let mismatch = try #require(run.findings.items.first { $0.severity == .warning })
    #expect(mismatch.code == .registryPropertyMismatch)
    #expect(mismatch.notes.map(\.message) == ["the registry names it at mlflow:runs:/r1"])
  }

  @Test("a table that the catalog does not have keeps the feature and gives no source")
  func unknownTable() throws {
    var run = RegisteredFixture()
    run.mapTables()
    run.answer = .version(
      RegisteredFixture.version { version in
        version.datasets = [
          RegisteredFixture.dataset(.table(["public", "order"], isCertain: true))
        ]
      })
    let plan = try run.plan()
    #expect(plan.expected["mlFeatures[order_id].dataType"] == "numerical")
    #expect(plan.expected.listElements.allSatisfy { $0.segments.count < 4 })
    #expect(plan.edges.isEmpty)
    #expect(
      run.lines == [
        "4:12 warning MLC332 the catalog has no table `demo_pg.postgres.public.order`"
      ])
  }

  @Test("a table with all the parts of a name needs no rule")
  func fullName() throws {
    var run = RegisteredFixture()
    run.answer = .version(
      RegisteredFixture.version { version in
        let parts = ["demo_pg", "postgres", "public", "orders"]
        version.datasets = [RegisteredFixture.dataset(.table(parts, isCertain: true))]
      })
    #expect(try run.plan().edges.map(\.action) == [.add])
    #expect(run.lines == [])
  }

  @Test("a table of the registry is called as the environment calls it")
  func aliases() {
    let aliases = [
      RegisteredFixture.rule("dev", "prod"), RegisteredFixture.rule("dev.db.raw", "prod.db.clean"),
    ]
    let tables = RegistryTables([RegisteredFixture.rule("sales", "dev.db.sales")], aliases: aliases)
    #expect(tables.name(of: ["sales", "orders"])?.parts == ["prod", "db", "sales", "orders"])
    #expect(tables.name(of: ["dev", "db", "s", "t"])?.parts == ["prod", "db", "s", "t"])
    let renamed = FullyQualifiedName(["prod", "db", "clean", "orders"])
    #expect(tables.isSame(renamed, ["raw", "orders"]))
    #expect(tables.isSame(renamed, ["clean", "orders"]))
    #expect(tables.isSame(renamed, ["dev", "db", "raw", "orders"]))
    #expect(!tables.isSame(renamed, ["sales", "orders"]))
  }

  @Test("in an environment the features of the registry have its tables")
  func aliasedFeatures() throws {
    var run = RegisteredFixture()
    run.options.registry.tables = [RegisteredFixture.rule("public", "dev_pg.postgres.public")]
    run.options.serviceAliases = [RegisteredFixture.rule("dev_pg", "demo_pg")]
    #expect(
      try run.plan().edges.map(\.from.fullyQualifiedName) == ["demo_pg.postgres.public.orders"])
    #expect(run.lines == [])
  }

  @Test("of several rules that with the most parts counts, letter case ignored")
  func longestRule() {
    let tables = RegistryTables([
      RegisteredFixture.rule("Prod", "a"), RegisteredFixture.rule("prod.sales", "b.c"),
    ])
    #expect(tables.name(of: ["PROD", "Sales", "Orders"])?.parts == ["b", "c", "Orders"])
    #expect(tables.name(of: ["prod", "x", "y"])?.parts == ["a", "x", "y"])
    #expect(tables.name(of: ["other", "x"]) == nil)
    let table = FullyQualifiedName(["s", "d", "public", "orders"])
    #expect(tables.isSame(table, ["Public", "ORDERS"]))
    #expect(!tables.isSame(table, ["c", "orders"]))
    #expect(!tables.isSame(table, []))
  }
}
