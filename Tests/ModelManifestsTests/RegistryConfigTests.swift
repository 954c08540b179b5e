import Diagnostics
import ModelManifests
import TestSupport
import Testing

@Suite("Registries and environments in the project config")
struct RegistryConfigTests {
  private func read(_ text: String) throws -> (ProjectConfig, [Diagnostic], MarkedText) {
    let marked = try MarkedText(text, path: "mlcatalog.yaml")
    var list = DiagnosticList()
    let config = ProjectConfig(marked.file, diagnostics: &list)
    return (config, list.sorted, marked)
  }

  @Test(
    "a password or token is told where it belongs",
    arguments: [
      ("registry: {mlflow: {⟦k⟧token⟦/k⟧: x}}", "MLFLOW_TRACKING_TOKEN"),
      ("registry: {azureml: {⟦k⟧clientSecret⟦/k⟧: x}}", "AZURE_CLIENT_SECRET"),
      ("registry: {⟦k⟧secret⟦/k⟧: x}", "AZURE_CLIENT_SECRET"),
      ("⟦k⟧token⟦/k⟧: x", "OPENMETADATA_JWT_TOKEN"),
      (
        "environments: {dev: {host: 'http://a', ⟦k⟧token⟦/k⟧: x}}", "OPENMETADATA_JWT_TOKEN"
      ),
      (
        "environments: {dev: {registry: {mlflow: {⟦k⟧password⟦/k⟧: x}}}}",
        "MLFLOW_TRACKING_PASSWORD"
      ),
    ])
  func credentials(_ text: String, _ variable: String) throws {
    let (_, findings, marked) = try read(text)
    #expect(findings.map(\.code) == [.configUnknownKey])
    #expect(findings.first?.range == (try marked.range(of: "k")))
    #expect(findings.first?.hint?.contains(variable) == true)
  }

  @Test("where registries are and what their words mean is read, every value with its place")
  func registry() throws {
    let (config, findings, marked) = try read(
      """
      registry:
        mlflow: {trackingUri: ⟦t⟧https://a⟦/t⟧, registryUri: https://b}
        azureml:
          subscription: 6f1c2d3e-0000-4000-8000-000000000001
          resourceGroup: ml
          workspace: ml-prod
        tables: {⟦p⟧prod.sales⟦/p⟧: snowflake.PROD.SALES, x-note: free}
        tags: {sensitivity: {⟦v⟧high⟦/v⟧: ⟦g⟧PII.Sensitive⟦/g⟧, low: PII.None}}
        owners: {owner: user, squad: team}
      """)
    #expect(findings.map(\.message) == [])
    let registry = config.registry
    #expect(registry.mlflow.trackingUri == Located("https://a", at: try marked.range(of: "t")))
    #expect(registry.mlflow.registryUri?.value == "https://b")
    #expect(registry.azureML.subscription?.value == "6f1c2d3e-0000-4000-8000-000000000001")
    #expect(registry.azureML.resourceGroup?.value == "ml")
    #expect(registry.azureML.workspace?.value == "ml-prod")
    #expect(registry.tables?.count == 1)
    #expect(
      registry.tables?.first?.prefix == Located("prod.sales", at: try marked.range(of: "p")))
    #expect(registry.tables?.first?.replacement.value == "snowflake.PROD.SALES")
    #expect(registry.tags?.map(\.key.value) == ["sensitivity", "sensitivity"])
    #expect(registry.tags?.first?.value == Located("high", at: try marked.range(of: "v")))
    #expect(registry.tags?.first?.tag == Located("PII.Sensitive", at: try marked.range(of: "g")))
    #expect(registry.owners?.map(\.key.value) == ["owner", "squad"])
    #expect(registry.owners?.map(\.kind) == [.user, .team])
  }

  @Test("environments are read by their names")
  func environments() throws {
    let (config, findings, marked) = try read(
      """
      environments:
        dev: {host: "http://localhost:8585"}
        prod:
          host: ⟦h⟧https://catalog.example.com⟦/h⟧
          serviceName: Production
          registry: {mlflow: {trackingUri: https://a}}
          serviceAliases: {demo_pg: prod_pg}
      """)
    #expect(findings.map(\.message) == [])
    #expect(config.environments.keys.sorted() == ["dev", "prod"])
    let prod = try #require(config.environments["prod"])
    #expect(prod.host == Located("https://catalog.example.com", at: try marked.range(of: "h")))
    #expect(prod.serviceName?.value == "Production")
    #expect(prod.registry.mlflow.trackingUri?.value == "https://a")
    #expect(prod.serviceAliases.map(\.prefix.value) == ["demo_pg"])
    #expect(prod.serviceAliases.map(\.replacement.value) == ["prod_pg"])
  }

  @Test(
    "what cannot be used is found, with a code of the configuration",
    arguments: [
      ("registry: ⟦k⟧mlflow⟦/k⟧", DiagnosticCode.configInvalidValue),
      ("registry: {⟦k⟧mlfow⟦/k⟧: {}}", .configUnknownKey),
      ("registry: {mlflow: {⟦k⟧trackingUrl⟦/k⟧: a}}", .configUnknownKey),
      ("registry: {mlflow: {trackingUri: ⟦k⟧databricks://prod⟦/k⟧}}", .configInvalidValue),
      ("registry: {mlflow: {trackingUri: ⟦k⟧'https://a:b@c'⟦/k⟧}}", .configInvalidValue),
      ("registry: {azureml: {subscription: ⟦k⟧prod⟦/k⟧}}", .configInvalidValue),
      ("registry: {tables: ⟦k⟧[a]⟦/k⟧}", .configInvalidValue),
      ("registry: {tables: {a: ⟦k⟧'b.\"c'⟦/k⟧}}", .configInvalidValue),
      ("registry: {tags: {a: ⟦k⟧PII.None⟦/k⟧}}", .configInvalidValue),
      ("registry: {tags: {a: {b: ⟦k⟧Sensitive⟦/k⟧}}}", .configInvalidValue),
      ("registry: {owners: {a: ⟦k⟧group⟦/k⟧}}", .configInvalidValue),
      ("environments: ⟦k⟧[dev]⟦/k⟧", .configInvalidValue),
      ("environments: {dev: {⟦k⟧hots⟦/k⟧: a}}", .configUnknownKey),
      ("environments: {dev: {host: ⟦k⟧catalog⟦/k⟧}}", .configInvalidValue),
      ("environments: {dev: {serviceName: ⟦k⟧a::b⟦/k⟧}}", .configInvalidValue),
      ("environments: {dev: {registry: {mlflow: {trackingUri: ⟦k⟧a⟦/k⟧}}}}", .configInvalidValue),
      ("environments: {dev: {serviceAliases: {a: ⟦k⟧'b.\"'⟦/k⟧}}}", .configInvalidValue),
    ])
  func refused(_ text: String, _ code: DiagnosticCode) throws {
    let (_, findings, marked) = try read(text)
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.range == (try marked.range(of: "k")))
    #expect(findings.first?.severity == .error)
  }
}
