import Diagnostics
import JSONDocuments
import OpenMetadataEntities
import RegisteredModels
import TestSupport
import Testing

@testable import Reconciler

/// Values of the file and values of the registry can be told apart by their texts, so that an origin
/// can be held against what it says.
@Suite("Where the leaves of a request come from")
struct OriginTests {
  /// A version of which each part is there or not.
  private func version(_ random: inout SeededRandom) -> RegisteredVersion {
    var version = RegisteredVersion(
      address: .mlflow(registryURI: "http://reg-host", trackingURI: "http://reg-host"),
      model: "revenue", version: "reg-7", origin: "mlflow:version", status: .ready,
      hasAliases: true, hasStages: true)
    func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
    func text(_ name: String) -> Sourced<String>? {
      maybe(Sourced("reg-\(name)\(Int.random(in: 0...1, using: &random))", from: "mlflow:#\(name)"))
    }
    version.description = text("description")
    version.algorithm = text("algorithm")
    version.target = text("target")
    version.storage = text("storage")
    version.imageRepository = text("image")
    version.stage = text("stage")
    version.gitCommit = text("commit")
    version.sourceUrl = maybe(Sourced("https://reg-host/x", from: "mlflow:#url"))
    version.aliases = maybe(Sourced(["reg-champion"], from: "mlflow:#aliases"))
    version.run = maybe(RegistryRun(id: "reg-run", status: .finished, origin: "mlflow:run"))
    if Bool.random(using: &random) {
      let names = ["reg-f", "reg-g"].filter { _ in Bool.random(using: &random) }
      version.signature = ModelSignature(
        inputs: names.map { SignatureColumn(name: $0, type: .double) }, outputs: [],
        origin: "mlflow:#signature")
      version.datasets = [
        DatasetInput(
          name: "reg-orders", digest: "", context: nil,
          source: .table(["demo_pg", "postgres", "public", "orders"], isCertain: true),
          columns: names.map { SignatureColumn(name: $0, type: .double) },
          origin: "mlflow:#inputs")
      ]
    }
    version.parameters = ["reg-eta", "reg-depth"].filter { _ in Bool.random(using: &random) }
      .map { RegistryParameter(name: $0, value: Sourced("reg-1", from: "mlflow:#params.\($0)")) }
    version.metrics =
      maybe([
        RegistryMetric(name: "reg-rmse", value: Sourced("0.5", from: "mlflow:#metrics"))
      ]) ?? []
    return version
  }

  /// A manifest of which each part is there, empty or not there.
  private func manifest(_ random: inout SeededRandom) -> String {
    func maybe(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    return RegisteredFixture.manifest(
      [
        "algorithm: file-a",
        maybe(["", "description: file-d", "description: ~"]),
        maybe(["", "displayName: file-n"]),
        maybe(["", "target: file-t"]),
        maybe(["", "sourceUrl: https://file-host/x", "sourceUrl: ~"]),
        maybe([
          "", "mlStore: {storage: file-s}", "mlStore: {imageRepository: file-i}", "mlStore: ~",
        ]),
        maybe(["", "extension: {mlStage: file-s}", "extension: ~", "extension: {mlRunId: ~}"]),
        maybe(["", "mlFeatures: []", "mlFeatures: [{name: file-f, dataType: numerical}]"]),
        maybe(["", "mlHyperParameters: [{name: file-p, value: file-1}]", "mlHyperParameters: ~"]),
      ].filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  @Test("every leaf has the one origin that its value tells, created or changed", arguments: 0..<80)
  func origins(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var run = RegisteredFixture()
    for _ in 0..<4 {
      run.answer = .version(version(&random))
      let yaml = manifest(&random)
      let plan = try run.publish(yaml)
      for change in plan.changes where change.after != nil {
        let words = "\(change.path) \(change.after?.text() ?? "")"
        let isOfFile = words.contains("file-")
        #expect(isOfFile != words.contains("reg-"), "seed \(seed): \(words)")
        switch change.origin {
        case .file(let range):
          #expect(isOfFile, "seed \(seed): \(words) from \(change.origin)")
          #expect(range.path == "ml_model.yaml")
        case .registry(let place):
          #expect(!isOfFile, "seed \(seed): \(words) from \(change.origin)")
          #expect(place.hasPrefix("mlflow:"))
        case .builtIn: Issue.record("seed \(seed): \(words) from \(change.origin)")
        }
      }
      #expect(Set(plan.changes.map(\.path)).count == plan.changes.count, "seed \(seed)")
      #expect(try run.plan(yaml).changes.isEmpty, "seed \(seed): a second publish writes nothing")
    }
  }
}
