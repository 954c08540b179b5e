import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import RegisteredModels
import TestSupport
import Testing

@testable import Reconciler

/// A model that is registered, a small catalog, and what a run makes of both.
struct RegisteredFixture {
  var catalog = SmallCatalog()
  var options = MergeOptions()
  var answer: RegistryAnswer = .version(RegisteredFixture.version())
  /// What merging and planning found.
  var findings = DiagnosticList()

  static let address = RegistryAddress.mlflow(
    registryURI: "http://mlflow:5000", trackingURI: "http://mlflow:5000")
  static let origin = "mlflow:models:/revenue/7"
  static let runOrigin = "mlflow:runs:/r1"

  init() {
    catalog.customProperties = .found(
      SmallCatalog.properties
        + RegistryProperty.allCases.map { CustomProperty(name: $0.name, type: "string") })
  }

  /// A version of which much is known.
  static func version(_ change: (inout RegisteredVersion) -> Void = { _ in }) -> RegisteredVersion {
    var version = RegisteredVersion(
      address: address, model: "revenue", version: "7", origin: origin, status: .ready,
      hasAliases: true, hasStages: true)
    version.aliases = Sourced(["champion"], from: "\(origin)#aliases")
    version.stage = Sourced("Production", from: "\(origin)#current_stage")
    version.description = Sourced("Predicts revenue", from: "\(origin)#description")
    version.algorithm = Sourced("XGBRegressor", from: "\(runOrigin)#tags.estimator_name")
    version.target = Sourced("revenue", from: "\(origin)#signature.outputs")
    version.storage = Sourced("s3://models/7", from: "\(origin)#source")
    version.sourceUrl = Sourced("http://mlflow:5000/#/models/revenue", from: origin)
    version.gitCommit = Sourced("c0ffee", from: "\(runOrigin)#tags.mlflow.source.git.commit")
    version.signature = ModelSignature(
      inputs: [
        SignatureColumn(name: "order_id", type: .long),
        SignatureColumn(name: "is_premium", type: .boolean),
        SignatureColumn(name: "persona", type: .string),
      ], outputs: [SignatureColumn(name: "revenue", type: .double)],
      origin: "\(origin)#signature")
    version.run = RegistryRun(id: "r1", status: .finished, origin: runOrigin)
    version.run?.url = "http://mlflow:5000/#/experiments/1/runs/r1"
    version.parameters = [("booster", "None"), ("eta", "0.25"), ("max_depth", "6")].map {
      RegistryParameter(name: $0, value: Sourced($1, from: "\(runOrigin)#params.\($0)"))
    }
    version.metrics = [("rmse", "0.50"), ("auc", "NaN")].map {
      RegistryMetric(name: $0, value: Sourced($1, from: "\(runOrigin)#metrics.\($0)"))
    }
    version.datasets = [dataset(.table(["public", "orders"], isCertain: true))]
    change(&version)
    return version
  }

  /// A dataset that the run was trained on.
  static func dataset(
    _ source: DatasetInput.Source, context: String? = "training",
    columns: [SignatureColumn] = [SignatureColumn(name: "order_id", type: .long)]
  ) -> DatasetInput {
    DatasetInput(
      name: "orders@v3", digest: "d1", context: context, source: source, columns: columns,
      origin: "\(runOrigin)#inputs[0]")
  }

  /// The rule by which the tables of the registry are found in the catalog.
  mutating func mapTables() {
    options.registry.tables = [Self.rule("public", "demo_pg.postgres.public")]
  }

  /// An entry of `registry: tables:`.
  static func rule(_ prefix: String, _ replacement: String) -> NamePrefixRule {
    NamePrefixRule(prefix: Located(prefix, at: place), replacement: Located(replacement, at: place))
  }

  /// A place in the project config.
  static let place = SourceRange(
    path: "mlcatalog.yaml", start: Position(line: 1, column: 1), end: Position(line: 1, column: 2))

  /// The manifest's lines, below what says where the model is registered.
  static func manifest(_ lines: String = "", registry: String = "alias: champion") -> String {
    """
    name: churn
    registry:
      mlflow:
        model: revenue
        \(registry)
    \(lines)
    """ + "\n"
  }

  /// What is desired of a manifest.
  mutating func desired(_ yaml: String) throws -> DesiredModel {
    findings = DiagnosticList()
    let file = ManifestFile(
      SourceFile(path: "ml_model.yaml", bytes: Array(yaml.utf8)), diagnostics: &findings)
    return try #require(
      Merge.desiredModels(of: file.models, [0: answer], options, diagnostics: &findings).first)
  }

  /// The plan for a manifest.
  mutating func plan(_ yaml: String = RegisteredFixture.manifest()) throws -> ModelPlan {
    let desired = try desired(yaml)
    let snapshot = try catalog.snapshot(for: [desired])
    let plan = Planner.plan([desired], snapshot, PlanOptions(), diagnostics: &findings)
    return try #require(plan.models.first)
  }

  /// Plans and writes.
  @discardableResult
  mutating func publish(_ yaml: String = RegisteredFixture.manifest()) throws -> ModelPlan {
    let plan = try plan(yaml)
    catalog.apply(plan)
    return plan
  }

  /// The findings as `line:column severity CODE message`.
  var lines: [String] {
    findings.sorted.map { finding in
      let place = finding.range.map { "\($0.start.line):\($0.start.column)" } ?? "–"
      return "\(place) \(finding.severity.rawValue) \(finding.code.rawValue) \(finding.message)"
    }
  }
}

extension ModelPlan {
  /// The changes as `path: value [origin]`.
  var sourced: [String] {
    changes.map { "\($0.path): \($0.after?.text() ?? "–") [\($0.origin)]" }
  }
}
