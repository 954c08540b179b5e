import Diagnostics
import ModelManifests
import Testing

@Suite("The settings of an environment")
struct EnvironmentSelectionTests {
  private func config(_ text: String) -> ProjectConfig {
    var list = DiagnosticList()
    defer { #expect(list.items.map(\.message) == []) }
    return ProjectConfig(
      SourceFile(path: "mlcatalog.yaml", bytes: Array(text.utf8)), diagnostics: &list)
  }

  private static let text = """
    serviceName: Development
    registry:
      mlflow: {trackingUri: https://a, registryUri: https://b}
      azureml: {workspace: dev, resourceGroup: ml}
      tables: {sales: pg.sales}
      owners: {owner: user}
    environments:
      prod:
        host: https://catalog.example.com
        serviceName: Production
        registry:
          mlflow: {registryUri: https://c}
          azureml: {workspace: prod}
          owners: {squad: team}
        serviceAliases: {demo_pg: prod_pg, demo_pg.postgres.raw: lake.raw}
      bare: {}
    """

  @Test("what an environment says goes before what the project says, setting by setting")
  func selected() throws {
    let config = try #require(config(Self.text).selecting(environment: "prod"))
    #expect(config.host?.value == "https://catalog.example.com")
    #expect(config.service?.name == "Production")
    #expect(config.registry.mlflow.trackingUri?.value == "https://a")
    #expect(config.registry.mlflow.registryUri?.value == "https://c")
    #expect(config.registry.azureML.workspace?.value == "prod")
    #expect(config.registry.azureML.resourceGroup?.value == "ml")
    #expect(config.registry.tables?.map(\.prefix.value) == ["sales"])
    #expect(config.registry.owners?.map(\.key.value) == ["squad"])
  }

  @Test("an environment that says nothing leaves all as it is, and an unknown one is none")
  func others() throws {
    let project = config(Self.text)
    let bare = try #require(project.selecting(environment: "bare"))
    #expect(bare.host == nil && bare.service == project.service)
    #expect(bare.registry == project.registry)
    #expect(project.selecting(environment: "prd") == nil)
  }

  @Test("names of tables and dashboards begin as they do there; the places stay")
  func aliases() throws {
    let manifest = try ManifestCase(
      model: """
        dashboard: demo_pg.revenue
        mlFeatures:
          - name: a
            dataType: numerical
            featureSources:
              - {name: one, dataSourceFqn: ⟦o⟧demo_pg.postgres.public.orders⟦/o⟧}
              - {name: two, dataSourceFqn: demo_pg.postgres.raw."a.b"}
              - {name: three, dataSourceFqn: demo_pg2.a.b.c}
              - {name: four}
        """)
    let rules = try #require(config(Self.text).selecting(environment: "prod")).serviceAliases
    let model = try manifest.model.applying(rules)
    #expect(model.dashboard.value == "prod_pg.revenue")
    let sources = try #require(model.mlFeatures.value?.first?.featureSources.value)
    #expect(
      sources.map(\.dataSourceFqn.value) == [
        "prod_pg.postgres.public.orders", "lake.raw.\"a.b\"", "demo_pg2.a.b.c", nil,
      ])
    #expect(sources.first?.dataSourceFqn.range == (try manifest.range(of: "o")))
  }
}
