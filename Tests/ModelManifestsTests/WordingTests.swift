import Diagnostics
import ModelManifests
import TestSupport
import Testing

@Suite("What people read")
struct WordingTests {
  @Test("the findings of a manifest with one of everything")
  func wording() throws {
    let text = """
      service: {name: Forecasts, serviceType: MLFlow}
      serviceName: Forecasts
      descripton: Predicts churn
      name: churn > 100
      algorithm: ~
      target: "customer::left"
      server: models.example.com
      tier: Tier1
      owners: [jane.doe, "team:Data Science", "group:x"]
      tags: [Sensitive, PII.None, PII.None]
      registry: {mlflow: {model: churn}}
      mlFeatures:
        - name: persona
          dataType: Categorical
          featureSource: []
        - dataType: numerical
        - name: persona
          dataType: numerical
          featureSources:
            - name: membership
              dataType: varchar
              dataSourceFqn: demo_pg."public.users
      mlHyperParameters:
        - name: eta
          value: [0.1, 0.2]
      mlStore: s3://models/churn
      ownership:
        mlFeatures.description: catalog
        description: git
      suppress:
        - code: MLC999
          reason: none
        - code: MLC232
          reason: none
        - code: MLC244
      """
    let file = SourceFile(path: "ml_model.yaml", bytes: Array(text.utf8))
    var list = DiagnosticList()
    _ = ManifestFile(file, diagnostics: &list)
    let renderer = DiagnosticRenderer { _ in file }
    try expectGolden(list.sorted.map(renderer.text).joined(separator: "\n"), "findings.txt")
  }
}
