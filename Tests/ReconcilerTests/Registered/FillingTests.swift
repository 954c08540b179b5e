import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import RegisteredModels
import Testing

@testable import Reconciler

@Suite("What the registry fills in")
struct FillingTests {
  @Test("all that the file leaves out comes from the registry, each with its place")
  func everything() throws {
    var run = RegisteredFixture()
    run.mapTables()
    let plan = try run.plan()
    #expect(
      plan.sourced == [
        #"description: "Predicts revenue" [mlflow:models:/revenue/7#description]"#,
        #"algorithm: "XGBRegressor" [mlflow:runs:/r1#tags.estimator_name]"#,
        #"target: "revenue" [mlflow:models:/revenue/7#signature.outputs]"#,
        #"sourceUrl: "http://mlflow:5000/#/models/revenue" [mlflow:models:/revenue/7]"#,
        #"mlStore.storage: "s3://models/7" [mlflow:models:/revenue/7#source]"#,
        #"extension.mlRegistry: "http://mlflow:5000" [mlflow:models:/revenue/7]"#,
        #"extension.mlModelVersion: "7" [mlflow:models:/revenue/7]"#,
        #"extension.mlAliases: "[\"champion\"]" [mlflow:models:/revenue/7#aliases]"#,
        #"extension.mlStage: "Production" [mlflow:models:/revenue/7#current_stage]"#,
        #"extension.mlRunId: "r1" [mlflow:runs:/r1]"#,
        #"extension.mlRunUrl: "http://mlflow:5000/#/experiments/1/runs/r1" [mlflow:runs:/r1]"#,
        #"extension.mlMetrics: "{\"auc\":\"NaN\",\"rmse\":0.50}" [mlflow:runs:/r1]"#,
        #"extension.mlTrainingData: "#
          + #""[{\"digest\":\"d1\",\"name\":\"orders@v3\",\"table\":\"public.orders\"}]" "#
          + "[mlflow:runs:/r1]",
        #"extension.mlGitCommit: "c0ffee" [mlflow:runs:/r1#tags.mlflow.source.git.commit]"#,
        #"mlFeatures[order_id].dataType: "numerical" [mlflow:models:/revenue/7#signature]"#,
        #"mlFeatures[order_id].featureSources[demo_pg.postgres.public.orders.order_id].name: "#
          + #""order_id" [mlflow:runs:/r1#inputs[0]]"#,
        #"mlFeatures[order_id].featureSources[demo_pg.postgres.public.orders.order_id].dataType: "#
          + #""integer" [mlflow:runs:/r1#inputs[0]]"#,
        #"mlFeatures[order_id].featureSources[demo_pg.postgres.public.orders.order_id].dataSource: "#
          + #"{"id":"id-of-orders","type":"table","#
          + #""fullyQualifiedName":"demo_pg.postgres.public.orders"} [mlflow:runs:/r1#inputs[0]]"#,
        #"mlFeatures[is_premium].dataType: "categorical" [mlflow:models:/revenue/7#signature]"#,
        #"mlFeatures[persona].dataType: "categorical" [mlflow:models:/revenue/7#signature]"#,
        #"mlHyperParameters[eta].value: "0.25" [mlflow:runs:/r1#params.eta]"#,
        #"mlHyperParameters[max_depth].value: "6" [mlflow:runs:/r1#params.max_depth]"#,
      ])
    #expect(run.lines == [])
    #expect(plan.edges.map(\.action) == [.add])
  }

  @Test("control characters of the registry are not published, and a note says where they were")
  func controlCharacters() throws {
    var run = RegisteredFixture()
    run.mapTables()
    run.answer = .version(
      RegisteredFixture.version { version in
        version.description = Sourced("Predicts\u{0}\n\u{1B}[31mrevenue\u{7F}", from: "d")
        version.gitCommit = Sourced("c0\u{0}ffee", from: "c")
        version.parameters = [("eta", "0.\u{0}25"), ("a\u{0}b", "1")].map {
          RegistryParameter(name: $0, value: Sourced($1, from: "p"))
        }
        version.signature?.inputs.append(SignatureColumn(name: "x\u{0}y", type: .long))
      })
    let plan = try run.plan()
    let texts = plan.sourced
    #expect(texts.contains(#"description: "Predicts\n[31mrevenue" [d]"#))
    #expect(texts.contains(#"extension.mlGitCommit: "c0ffee" [c]"#))
    #expect(texts.contains(#"mlHyperParameters[eta].value: "0.25" [p]"#))
    #expect(!texts.contains { $0.contains("a\u{0}b") || $0.contains("x\u{0}y") })
    #expect(
      run.lines == [
        "4:12 note MLC348 the registry has control characters in `description`, the name of a "
          + "feature, the name of a parameter, the parameter `eta` and `extension.mlGitCommit`; "
          + "they are left out"
      ])
  }

  @Test("what the file gives wins field by field, the explicitly empty included")
  func fileWins() throws {
    var run = RegisteredFixture()
    let plan = try run.plan(
      RegisteredFixture.manifest(
        """
        description: ~
        algorithm: XGBoost
        mlStore: {imageRepository: registry/revenue}
        extension: {mlStage: Gold, mlRunId: ~}
        mlFeatures: []
        mlHyperParameters: [{name: eta, value: 0.250}]
        """))
    let sourced = plan.sourced.filter { !$0.contains("extension.") }
    #expect(
      sourced == [
        #"algorithm: "XGBoost" [ml_model.yaml:7:12]"#,
        #"target: "revenue" [mlflow:models:/revenue/7#signature.outputs]"#,
        #"sourceUrl: "http://mlflow:5000/#/models/revenue" [mlflow:models:/revenue/7]"#,
        #"mlStore.storage: "s3://models/7" [mlflow:models:/revenue/7#source]"#,
        #"mlStore.imageRepository: "registry/revenue" [ml_model.yaml:8:28]"#,
        #"mlHyperParameters[eta].value: "0.250" [ml_model.yaml:11:40]"#,
      ])
    #expect(plan.sourced.contains(#"extension.mlStage: "Gold" [ml_model.yaml:9:22]"#))
    #expect(plan.expected["extension.mlRunId"] == nil)
    #expect(plan.expected["extension.mlModelVersion"] == "7")
  }

  @Test(
    "a registry that cannot be used as it is written takes nothing away from the catalog",
    arguments: ["{mlflw: {model: revenue, alias: champion}}", "{mlflow: revenue}", "no"])
  func unusable(registry: String) throws {
    var run = RegisteredFixture()
    let desired = try run.desired("name: churn\nalgorithm: XGBoost\nregistry: \(registry)\n")
    #expect(desired.registry == .unresolved)
    #expect(desired.unknown.isSuperset(of: [FieldPath("mlFeatures"), FieldPath("description")]))
    #expect(!desired.unknown.contains(FieldPath("algorithm")))
  }

  @Test("an empty mlStore or extension of the file stays empty")
  func emptyMappings() throws {
    var run = RegisteredFixture()
    let plan = try run.plan(RegisteredFixture.manifest("mlStore: {}\nextension: ~"))
    #expect(plan.expected["mlStore.storage"] == nil)
    #expect(plan.expected.leaves.keys.allSatisfy { $0.topLevelMember != "extension" })
  }

  @Test("what no feature can stand for is left out, with one note that names it")
  func leftOut() throws {
    var run = RegisteredFixture()
    run.answer = .version(
      RegisteredFixture.version { version in
        version.datasets = []
        version.signature?.inputs += [
          SignatureColumn(name: "created_at", type: .datetime),
          SignatureColumn(name: nil, type: .double),
          SignatureColumn(name: "image", type: .tensor("uint8")),
          SignatureColumn(name: "persona", type: .string),
        ]
      })
    let plan = try run.plan()
    let features = plan.expected.listElements.filter { $0.parent == .mlFeatures }
    #expect(features.compactMap(\.elementKey).sorted() == ["is_premium", "order_id", "persona"])
    #expect(
      run.lines == [
        "4:12 note MLC313 of the model's signature no feature stands for `created_at`, column 5 "
          + "and `image`: features are named columns of numbers, texts and booleans"
      ])
  }

  @Test("a second publish writes nothing; a promotion changes what belongs to the version")
  func promotion() throws {
    var run = RegisteredFixture()
    run.mapTables()
    try run.publish()
    #expect(try run.plan().lines == [])
    run.answer = .version(
      RegisteredFixture.version { version in
        version.version = "8"
        version.parameters.removeLast()
        version.parameters[1].value.value = "0.3"
        version.metrics.removeLast()
        version.gitCommit = nil
        version.signature?.inputs.removeLast()
      })
    let plan = try run.publish()
    #expect(
      plan.lines == [
        #"extension.mlModelVersion: "7" → "8""#,
        #"extension.mlMetrics: "{\"auc\":\"NaN\",\"rmse\":0.50}" → "{\"rmse\":0.50}""#,
        #"mlHyperParameters[eta].value: "0.25" → "0.3""#,
        #"extension.mlGitCommit: "c0ffee" → –"#,
        #"mlFeatures[persona].dataType: "categorical" → –"#,
        #"mlHyperParameters[max_depth].value: "6" → –"#,
      ])
    #expect(plan.changes.allSatisfy { if case .registry = $0.origin { true } else { false } })
    #expect(try run.plan().lines == [])
  }

  @Test("what the registry gave is somebody's edit when a person changed it since")
  func edited() throws {
    var run = RegisteredFixture()
    try run.publish()
    run.catalog.edit { $0["description"] = "Their words" }
    let plan = try run.plan()
    #expect(plan.lines == [])
    #expect(plan.kept.map(\.path.description) == ["description"])
  }

  @Test("what could not be read stays in the catalog as it is")
  func gaps() throws {
    var run = RegisteredFixture()
    run.mapTables()
    try run.publish()
    run.answer = .version(
      RegisteredFixture.version { version in
        version.signature = nil
        version.target = nil
        version.run = nil
        version.parameters = []
        version.metrics = []
        version.datasets = []
        version.gitCommit = nil
        version.algorithm = nil
        version.storage = nil
        version.gaps = [
          RegistryGap(.signature, "the signature could not be read: HTTP 500"),
          RegistryGap(.run, "the run `r1` is not there any more"),
          RegistryGap(.storage, "the artifact's place is not known"),
        ]
      })
    let plan = try run.plan()
    #expect(plan.lines == [])
    #expect(plan.edges.filter { $0.action != .none }.isEmpty)
    #expect(
      run.lines == [
        "4:12 note MLC307 the run `r1` is not there any more",
        "4:12 note MLC308 the signature could not be read: HTTP 500",
        "4:12 note MLC308 the artifact's place is not known",
      ])
  }

  @Test("an algorithm that neither gives is an error where the model is named")
  func noAlgorithm() throws {
    var run = RegisteredFixture()
    run.answer = .version(
      RegisteredFixture.version {
        $0.algorithm = nil; $0.datasets = []
      })
    _ = try run.plan()
    #expect(
      run.lines == [
        "4:12 error MLC309 neither the file nor the registry says the model's algorithm"
      ])
  }
}

extension FieldValues {
  subscript(text: String) -> JSON? {
    (try? FieldPath(parsing: text)).flatMap { self[$0] }
  }
}
