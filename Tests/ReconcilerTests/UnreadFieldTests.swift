import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("Values that cannot be read")
struct UnreadFieldTests {
  private static let manifest = """
    name: churn
    algorithm: XGBoost
    displayName: Churn
    description: D0
    target: churned
    server: https://models.example.com/churn
    sourceUrl: https://git.example.com/churn
    mlStore: {storage: s3://b/m.pkl, imageRepository: r.example.com/churn}
    owners: [jane.doe]
    tags: [PII.None, PII.Sensitive]
    tier: Tier.Tier1
    glossaryTerms: [Business.Revenue]
    domains: [Finance]
    dataProducts: [Revenue]
    dashboard: superset.revenue
    extension: {costCenter: 4711}
    mlHyperParameters:
      - name: eta
        value: 0.5
        description: rate
      - {name: depth, value: 6}
    mlFeatures:
      - name: age
        dataType: numerical
        featureAlgorithm: PCA
        description: how old
        tags: [PII.None]
        glossaryTerms: [Business.Income]
        featureSources:
          - name: last_update
            dataType: timestamp
            description: when
            tags: [PII.Sensitive]
            dataSourceFqn: demo_pg.postgres.public.orders
      - name: is_premium
        dataType: categorical
        featureSources: [{name: premium, dataType: boolean, dataSourceFqn: demo_pg.postgres.public.users}]

    """

  /// The plan of a text with mistakes, and the findings about them.
  private func plan(
    _ yaml: String, in catalog: SmallCatalog
  ) throws -> (plan: ModelPlan, findings: DiagnosticList) {
    var findings = DiagnosticList()
    let file = ManifestFile(
      SourceFile(path: "ml_model.yaml", bytes: Array(yaml.utf8)), diagnostics: &findings)
    let desired = Merge.desiredModels(of: file.models, diagnostics: &findings)
    let plan = Planner.plan(
      desired, try catalog.snapshot(for: desired), PlanOptions(), diagnostics: &findings)
    return (try #require(plan.models.first), findings)
  }

  @Test(
    "what the catalog holds is not said to change because of a value that cannot be read",
    arguments: ["1.5.10", "2.0.7"],
    [
      ("algorithm: XGBoost", "algorithm: [X]"), ("displayName: Churn", "displayName: {a: b}"),
      ("description: D0", "description: [D9]"), ("description: D0", "descripton: D9"),
      ("target: churned", "target: [t]"), ("https://models", "models"),
      ("sourceUrl: https://git", "sourceUrl: git"),
      ("mlStore: {storage: s3://b/m.pkl, imageRepository: r.example.com/churn}", "mlStore: s3"),
      ("storage: s3://b/m.pkl", "storage: [s3]"), ("storage: s3://b/m.pkl", "storge: s3://c"),
      ("imageRepository: r.example.com/churn", "imageRepository: {}"),
      ("owners: [jane.doe]", "owners: jane"), ("owners: [jane.doe]", "owners: [[jane]]"),
      ("tags: [PII.None, PII.Sensitive]", "tags: PII.None"),
      ("tags: [PII.None, PII.Sensitive]", "tags: [PII.None, PII]"),
      ("tags: [PII.None, PII.Sensitive]", "tag: [PII.None]"),
      ("tier: Tier.Tier1", "tier: first"), ("tier: Tier.Tier1", "tier: [Tier.Tier2]"),
      ("glossaryTerms: [Business.Revenue]", "glossaryTerms: [Revenue]"),
      ("domains: [Finance]", "domains: [[]]"), ("domains: [Finance]", "domain: ['a.\"']"),
      ("domains: [Finance]", "domains: [Logistics]\ndomain: Logistics"),
      ("dataProducts: [Revenue]", "dataProducts: Revenue"),
      ("dashboard: superset.revenue", "dashboard: revenue"),
      ("extension: {costCenter: 4711}", "extension: 4711"),
      ("extension: {costCenter: 4711}", "extension: {[a]: 1}"),
      ("value: 0.5", "value: [1]"), ("value: 0.5", "valu: 0.7"), ("    value: 0.5\n", ""),
      ("description: rate", "description: [rate]"), ("{name: depth, value: 6}", "{value: 6}"),
      ("{name: depth, value: 6}", "depth"), ("dataType: numerical", "dataType: foo"),
      ("dataType: numerical", "dataType: [categorical]"), ("    dataType: numerical\n", ""),
      ("dataType: numerical", "datatype: categorical"),
      ("featureAlgorithm: PCA", "featureAlgorithm: [PCA]"),
      ("description: how old", "description: {}"), ("    tags: [PII.None]", "    tags: [[]]"),
      ("glossaryTerms: [Business.Income]", "glossaryTerms: [Income]"),
      ("name: age", "name: [age]"), ("name: age", "nam: age"), ("name: age", "name: is_premium"),
      ("name: last_update", "name: [l]"), ("dataType: timestamp", "dataType: moment"),
      ("description: when", "description: [when]"), ("tags: [PII.Sensitive]\n", "tags: [PII]\n"),
      ("dataSourceFqn: demo_pg.postgres.public.orders", "dataSourceFqn: 'a.\"b'"),
      ("dataSourceFqn: demo_pg.postgres.public.orders", "dataSourceFqn: [orders]"),
      ("dataSourceFqn: demo_pg.postgres.public.orders", "dataSource: demo_pg.postgres.public.u"),
      ("featureSources: [{name: premium", "featureSources: [premium, {name: premium"),
    ])
  func unchanged(line: String, mistake: (from: String, to: String)) throws {
    var catalog = SmallCatalog()
    catalog.version = line
    try catalog.publish(Self.manifest)
    let yaml = Self.manifest.replacing(mistake.from, with: mistake.to, maxReplacements: 1)
    #expect(yaml != Self.manifest)
    let (plan, findings) = try plan(yaml, in: catalog)
    #expect(findings.contains(atLeast: .error))
    let lines = plan.lines.filter { !mistake.to.contains("is_premium") || !$0.contains("[is_p") }
    #expect(lines.isEmpty, "\(plan.lines)")
    #expect(plan.edges.allSatisfy { $0.action != .remove }, "\(plan.edges)")
  }

  @Test("a new model's plan holds no value that nobody wrote")
  func creation() throws {
    let yaml = """
      name: churn
      algorithm: XGBoost
      mlHyperParameters: [{name: eta, value: [1]}]
      mlFeatures: [{name: age, dataType: foo, description: how old}]

      """
    let (plan, _) = try plan(yaml, in: SmallCatalog())
    #expect(
      plan.lines == [
        #"algorithm: – → "XGBoost""#, #"mlFeatures[age].description: – → "how old""#,
      ])
  }
}
