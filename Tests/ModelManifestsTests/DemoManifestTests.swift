import Diagnostics
import FullyQualifiedNames
import ModelManifests
import Testing

@Suite("A whole manifest")
struct DemoManifestTests {
  static let text = """
    serviceName: CustomMLService
    name: Revenue Predictions
    description: |
      How much a restaurant will take
      in the coming week.
    algorithm: XGBoost
    target: expected_time
    mlFeatures:
      - name: last_update_bucket
        dataType: categorical
        featureAlgorithm: Bucketing
        featureSources:
          - name: orders
            dataType: timestamp
            dataSourceFqn: demo_pg.postgres.public.orders
      - name: is_premium
        dataType: categorical
        featureSources:
          - name: premium
            dataType: boolean
            dataSourceFqn: demo_pg.postgres.public.users
    mlHyperParameters:
      - name: regularisation
        value: 0.5
        description: The strength of the penalty
    mlStore:
      storage: s3://path/model.pkl
      imageRepository: https://registry.example.com/image

    """

  @Test("every key of the demo's manifest keeps its meaning")
  func demo() throws {
    let manifest = try ManifestCase(Self.text)
    manifest.expectNothing()
    let model = try manifest.model
    #expect(model.fullyQualifiedName.parts == ["CustomMLService", "Revenue Predictions"])
    #expect(
      model.description.value == "How much a restaurant will take\nin the coming week.\n")
    #expect(model.algorithm.value == "XGBoost")
    #expect(model.target.value == "expected_time")
    let feature = try #require(model.mlFeatures.value?.first)
    #expect(feature.name.value == "last_update_bucket")
    #expect(feature.dataType.value == .categorical)
    #expect(feature.featureAlgorithm.value == "Bucketing")
    let source = try #require(feature.featureSources.value?.first)
    #expect(source.name.value == "orders")
    #expect(source.dataType.value == .timestamp)
    #expect(source.dataSourceFqn.value == "demo_pg.postgres.public.orders")
    #expect(source.key == "demo_pg.postgres.public.orders.orders")
    let parameter = try #require(model.mlHyperParameters.value?.first)
    #expect(parameter.value.value == "0.5")
    #expect(parameter.description.value == "The strength of the penalty")
    #expect(model.mlStore.value?.storage.value == "s3://path/model.pkl")
    #expect(
      model.mlStore.value?.imageRepository.value == "https://registry.example.com/image")
  }

  @Test("values carry the places they were read from")
  func places() throws {
    let model = try ManifestCase(Self.text).model
    let source = try #require(model.mlFeatures.value?.first?.featureSources.value?.first)
    #expect(source.name.range.description == "ml_model.yaml:13:15")
    #expect(source.dataType.range?.description == "ml_model.yaml:14:19")
    #expect(source.dataSourceFqn.range?.description == "ml_model.yaml:15:24")
    #expect(model.path == "ml_model.yaml")
  }

  @Test("the keys beyond the demo's are read")
  func more() throws {
    let manifest = try ManifestCase(
      model: """
        displayName: Churn forecast
        server: https://models.example.com/churn
        sourceUrl: https://git.example.com/a%20b
        owners: [jane.doe, joe@example.com]
        tags: [PII.Sensitive]
        tier: Tier.Tier1
        service: {name: Forecasts, serviceType: Mlflow, displayName: Ours, description: All}
        mlFeatures:
          - name: persona
            dataType: numerical
            description: What it means
            tags: [PII.None]
            featureSources:
              - {name: address.city, description: Where, tags: [PII.Sensitive]}
        x-note: anything
        """)
    manifest.expectNothing()
    let model = try manifest.model
    #expect(model.displayName.value == "Churn forecast")
    #expect(model.server.value == "https://models.example.com/churn")
    #expect(model.sourceUrl.value == "https://git.example.com/a%20b")
    #expect(
      model.owners.value?.map(\.value) == [
        OwnerName(kind: .user, name: "jane.doe"), OwnerName(kind: .user, name: "joe@example.com"),
      ])
    #expect(model.tags.value?.map(\.value) == ["PII.Sensitive"])
    #expect(model.tier.value == "Tier.Tier1")
    #expect(model.service.name == "Forecasts")
    #expect(model.service.serviceType?.value == "Mlflow")
    #expect(model.service.displayName?.value == "Ours")
    #expect(model.service.description?.value == "All")
    let feature = try #require(model.mlFeatures.value?.first)
    #expect(feature.description.value == "What it means")
    #expect(feature.tags.value?.map(\.value) == ["PII.None"])
    let source = try #require(feature.featureSources.value?.first)
    #expect(source.description.value == "Where")
    #expect(source.tags.value?.map(\.value) == ["PII.Sensitive"])
    #expect(source.key == "address.city")
  }
}
