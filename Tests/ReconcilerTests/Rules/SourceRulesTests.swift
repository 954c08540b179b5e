import Diagnostics
import ModelManifests
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("What a project demands of sources")
struct SourceRulesTests {
  private static let manifest = """
    name: churn
    algorithm: XGBoost
    mlFeatures:
      - name: is_premium
        dataType: categorical
        featureSources:
          - {name: premium, dataSourceFqn: demo_pg.postgres.public.users}
          - {name: total_orders, dataSourceFqn: demo_pg.postgres.public.users}
    """

  /// What is found, as `line:column severity code path message`.
  private func lines(
    of yaml: String = SourceRulesTests.manifest, _ rules: (inout RulesConfig) -> Void,
    _ change: (inout Table) -> Void
  ) throws -> [String] {
    var catalog = SmallCatalog()
    var users = SmallCatalog.users
    change(&users)
    catalog.tables = [users]
    var options = MergeOptions()
    rules(&options.rules)
    var diagnostics = DiagnosticList()
    let manifest = try SmallCatalog.desired(yaml)[0].manifest
    let desired = Merge.desiredModels(of: [manifest], [:], options, diagnostics: &diagnostics)
    let snapshot = try catalog.snapshot(for: desired)
    _ = Planner.plan(desired, snapshot, PlanOptions(), diagnostics: &diagnostics)
    return diagnostics.items.map { finding in
      let place = finding.range.map { "\($0.start.line):\($0.start.column)" } ?? "–"
      return "\(place) \(finding.severity.rawValue) \(finding.code.rawValue) "
        + "\(finding.fieldPath ?? "–") \(finding.message)"
    }
  }

  private func pattern(_ text: String) -> Located<String> {
    Located(text, at: RegisteredFixture.place)
  }

  private static let missing =
    "4:11 error MLC289 mlFeatures[is_premium].tags `is_premium` is made of "
    + "`demo_pg.postgres.public.users.premium`, which is tagged `PII.Sensitive`, and is not tagged so"

  @Test("a feature made of a sensitive column carries its tag, or is told to")
  func sensitive() throws {
    let tagged: (inout Table) -> Void = { $0.columns[0].tags = ["PII.Sensitive", "Team.Sales"] }
    #expect(try lines({ _ in }, tagged) == [])
    for glob in ["PII.Sensitive", "PII.*", "*Sensitive"] {
      #expect(try lines({ $0.sensitiveTags = [pattern(glob)] }, tagged) == [Self.missing])
    }
    #expect(try lines({ $0.sensitiveTags = [pattern("PII.None")] }, tagged) == [])
    let carrying = Self.manifest.replacing(
      "    dataType", with: "    tags: [PII.Sensitive]\n    dataType")
    #expect(try lines(of: carrying, { $0.sensitiveTags = [pattern("PII.*")] }, tagged) == [])
    let other = carrying.replacing("PII.Sensitive", with: "PII.None")
    let rest = try lines(of: other, { $0.sensitiveTags = [pattern("PII.*")] }, tagged)
    #expect(rest == [Self.missing])
  }

  @Test("each tag of each column is told once; nested columns count")
  func several() throws {
    let found = try lines({ $0.sensitiveTags = [pattern("PII.*"), pattern("*.Sensitive")] }) {
      $0.columns[0].tags = ["PII.Sensitive", "PII.None"]
      $0.columns[1].tags = ["PII.None"]
    }
    #expect(found.map { $0.split(separator: "`")[5] } == ["PII.Sensitive", "PII.None", "PII.None"])
    let nested = Self.manifest.replacing("name: premium", with: "name: address.city")
    let city = Column(
      name: "city", fullyQualifiedName: "users.address.city", dataType: "VARCHAR",
      tags: ["PII.Sensitive"])
    let inner = try lines(of: nested, { $0.sensitiveTags = [pattern("PII.*")] }) { users in
      users.columns.append(
        Column(
          name: "address", fullyQualifiedName: "users.address", dataType: "STRUCT",
          children: [city]))
    }
    #expect(inner.count == 1 && inner[0].contains("`users.address.city`"), "\(inner)")
  }

  @Test("a table that is deprecated by its status is a warning without any rule, by a tag with one")
  func deprecated() throws {
    let name = "the table `demo_pg.postgres.public.users` is"
    let paths = ["premium", "total_orders"].map {
      "mlFeatures[is_premium].featureSources[demo_pg.postgres.public.users.\($0)].dataSource"
    }
    #expect(
      try lines({ _ in }, { $0.isDeprecated = true }) == [
        "7:40 warning MLC290 \(paths[0]) \(name) deprecated in the catalog",
        "8:45 warning MLC290 \(paths[1]) \(name) deprecated in the catalog",
      ])
    let tagged: (inout Table) -> Void = { $0.tags = ["Lifecycle.Deprecated"] }
    #expect(try lines({ _ in }, tagged) == [])
    #expect(
      try lines({ $0.deprecatedTags = [pattern("Lifecycle.*")] }, tagged).first
        == "7:40 warning MLC290 \(paths[0]) \(name) tagged `Lifecycle.Deprecated`")
  }
}
