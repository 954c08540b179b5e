import Diagnostics
import Foundation
import JSONDocuments
import ModelManifests
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite("The files at the commit of --against", .timeLimit(.minutes(2)))
struct BaselineReaderTests {
  private let work: TemporaryRepository

  init() async throws { work = try await TemporaryRepository() }

  /// Compares as `publish --check --against` does, without a server; operands are names in the
  /// work tree.
  private func result(
    against reference: String = "main", _ operands: [String] = [""], environment: String? = nil,
    set: [String] = [], variables: [String: String] = TemporaryRepository.environment,
    in folder: String? = nil
  ) async throws -> RunResult {
    let root = folder ?? work.path
    let paths = operands.map { $0.isEmpty ? root : "\(root)/\($0)" }
    let config = root + "/mlcatalog.yaml"
    let file = FileManager.default.contents(atPath: config).map {
      SourceFile(path: config, bytes: [UInt8]($0))
    }
    let overrides = try FieldOverrides(parsing: set)
    let input = PublishInput(
      operands: paths, configFile: file, environment: environment, overrides: overrides)
    let reader = BaselineReader(
      reference, environmentName: environment, overrides: overrides, variables: variables,
      folder: root, deadline: nil)
    var options = PublishOptions()
    options.mode = .check
    let run = PublishRun(
      options: options, settings: .failure(.noHost),
      connection: Connection(ScriptedTransport { _, _ in .refused }),
      interruption: Interruption())
    return await run.run(input, against: await reader.read(operands: paths, input: input))
  }

  /// What became of the models, as `change name file`.
  private func changes(_ result: RunResult) throws -> [String] {
    try #require(result.comparison, "\(result.diagnostics.map(\.message))").manifests.models
      .map { "\($0.change) \($0.name) \($0.manifest.split(separator: "/").last ?? "")" }
  }

  private static func model(_ name: String, _ rest: String = "") -> String {
    "name: \(name)\nalgorithm: XGBoost\n" + rest
  }

  @Test("added, removed, renamed and changed manifests are told, uncommitted ones included")
  func changes() async throws {
    let feature = "mlFeatures: [{name: age, dataType: numerical}]\n"
    try work.write(Self.model("Kept"), to: "a/ml_model.yaml")
    try work.write(Self.model("Changed"), to: "b/ml_model.yaml")
    try work.write(Self.model("Gone"), to: "c/ml_model.yaml")
    try work.write(Self.model("Revenue Old", feature), to: "d/ml_model.yaml")
    try work.write(Self.model("Hidden"), to: ".hidden/ml_model.yaml")
    try work.write("no manifest\n", to: "d/other.yaml")
    let base = try await work.commit()
    try await work.git("switch", "-q", "-c", "feature")
    try work.write(Self.model("Changed", "target: a\n"), to: "b/ml_model.yaml")
    try work.remove("c/ml_model.yaml")
    try work.remove(".hidden/ml_model.yaml")
    try await work.commit()
    try work.write(Self.model("Revenue New", feature), to: "d/ml_model.yaml")
    try work.write(Self.model("Added"), to: "e/ml_model_2.yml")
    let result = try await result()
    #expect(
      try changes(result) == [
        "added Added ml_model_2.yml", "changed Changed ml_model.yaml",
        "removed Gone ml_model.yaml", "renamed Revenue New ml_model.yaml",
      ])
    #expect(result.comparison?.mergeBase == base)
    #expect(result.comparison?.manifests.unchanged == 1)
    #expect(result.comparison?.downstream.isEmpty == true)
    let codes = result.diagnostics.map(\.code)
    #expect(codes.contains(.breakingChange) && codes.contains(.modelRemoved))
    #expect(codes.contains(.modelRenamed))
    // Nothing of the work tree was touched.
    #expect(try await work.git("status", "--porcelain").split(separator: "\n").count == 2)
  }

  @Test("compared is with the commit where the branch was left, not with the tip of the other one")
  func mergeBase() async throws {
    try work.write(Self.model("churn"), to: "ml_model.yaml")
    let base = try await work.commit()
    try await work.git("switch", "-q", "-c", "feature")
    try work.write(Self.model("churn", "displayName: Ours\n"), to: "ml_model.yaml")
    try await work.commit()
    try await work.git("switch", "-q", "main")
    try work.write(Self.model("churn", "description: Theirs\n"), to: "ml_model.yaml")
    try work.write(Self.model("theirs"), to: "other/ml_model.yaml")
    let tip = try await work.commit()
    try await work.git("switch", "-q", "feature")
    let result = try await result()
    #expect(try changes(result) == ["changed churn ml_model.yaml"])
    let fields = result.comparison?.manifests.models.first?.changes.map(\.path.description)
    #expect(fields == ["displayName"])
    #expect(result.comparison?.commit == tip && result.comparison?.mergeBase == base)
  }

  @Test("the project config of then decides which files and services there were")
  func config() async throws {
    try work.write("manifests: [models/*.yaml]\nserviceName: S\n", to: "mlcatalog.yaml")
    try work.write(Self.model("one"), to: "models/one.yaml")
    try work.write(Self.model("two"), to: "more/two.yaml")
    try await work.commit()
    try work.write("manifests: ['*/*.yaml']\nserviceName: S\n", to: "mlcatalog.yaml")
    let listed = try await result(against: "HEAD", ["more", "models"])
    #expect(try changes(listed) == ["added two two.yaml"])
    try work.write("serviceName: T\n", to: "mlcatalog.yaml")
    let renamed = try await result(against: "HEAD", ["models/one.yaml"])
    #expect(try changes(renamed) == ["renamed one one.yaml"])
  }

  @Test("a config that was broken then gives way to that of now, and one of now to nothing")
  func brokenConfig() async throws {
    try work.write("serviceNam: S\n", to: "mlcatalog.yaml")
    try work.write(Self.model("one"), to: "ml_model.yaml")
    try await work.commit()
    try work.write("serviceName: S\n", to: "mlcatalog.yaml")
    let mended = try await result(against: "HEAD")
    #expect(try changes(mended) == [])
    #expect(mended.diagnostics.map(\.code).contains(.notComparable))
    try await work.commit()
    try work.write("serviceNam: S\n", to: "mlcatalog.yaml")
    #expect(try await result(against: "HEAD").comparison == nil)
  }

  @Test("a file that was broken then is not known, and does not fail the run")
  func brokenManifest() async throws {
    try work.write("name: [one\n", to: "ml_model.yaml")
    try await work.commit()
    try work.write(Self.model("one"), to: "ml_model.yaml")
    let result = try await result(against: "HEAD")
    #expect(try changes(result) == ["unknown one ml_model.yaml"])
    #expect(result.diagnostics.contains { $0.code == .notComparable && $0.severity == .note })
  }

  @Test("values of the command line and the environment stand on both sides")
  func bothSides() async throws {
    try work.write(
      "environments: {prod: {serviceName: P, serviceAliases: {dev: prod}}}\n",
      to: "mlcatalog.yaml")
    try work.write(Self.model("one", "dashboard: dev.a\n"), to: "ml_model.yaml")
    try await work.commit()
    try work.write(Self.model("one", "dashboard: dev.b\n"), to: "ml_model.yaml")
    let result = try await result(
      against: "HEAD", environment: "prod", set: ["mlStore.storage=s3://x"])
    let model = try #require(result.comparison?.manifests.models.first)
    #expect(model.fullyQualifiedName == "P.one")
    #expect(model.changes.map { "\($0.path) \($0.after?.string ?? "")" } == ["dashboard prod.b"])
  }

  @Test("links lead to what they led to, and those out of the repository nowhere")
  func links() async throws {
    try work.write(Self.model("real"), to: "shared/real.yaml")
    for (name, target) in [
      ("ml_model.yaml", "shared/real.yaml"), ("ml_model_out.yaml", "../../../etc/passwd"),
      ("ml_model_loop.yaml", "ml_model_loop.yaml"), ("ml_model_abs.yaml", "/etc/passwd"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(work.path)/\(name)", withDestinationPath: target)
    }
    try await work.commit()
    for name in ["out", "loop", "abs"] { try work.remove("ml_model_\(name).yaml") }
    try work.write(Self.model("real", "displayName: R\n"), to: "shared/real.yaml")
    #expect(try changes(try await result(against: "HEAD")) == ["changed real ml_model.yaml"])
  }

  @Test("files of a submodule and files elsewhere are not compared, and told")
  func elsewhere() async throws {
    let inner = try await TemporaryRepository()
    try inner.write(Self.model("inner"), to: "ml_model.yaml")
    try await inner.commit()
    try work.write(Self.model("outer"), to: "ml_model.yaml")
    try await work.git(
      "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "sub")
    try await work.commit()
    let result = try await result(against: "HEAD")
    #expect(try changes(result) == [])
    #expect(result.comparison?.notCompared == 1)
    let finding = try #require(result.diagnostics.first { $0.code == .notCompared })
    #expect(finding.range?.path.hasSuffix("sub/ml_model.yaml") == true)
  }

  @Test("lines that the branch and the work tree change are known, and no others")
  func changedLines() async throws {
    try work.write(Self.model("churn", "target: a\ndescription: d\n"), to: "ml_model.yaml")
    try work.write(Self.model("moved", "target: a\n"), to: "b/ml_model.yaml")
    try work.write("serviceName: S\n", to: "mlcatalog.yaml")
    try await work.commit()
    try await work.git("switch", "-q", "-c", "feature")
    try work.write(Self.model("churn", "target: b\ndescription: d\n"), to: "ml_model.yaml")
    try work.remove("b/ml_model.yaml")
    try work.write(Self.model("moved", "target: a\nserver: https://a\n"), to: "c/ml_model.yaml")
    try await work.commit()
    try work.write("serviceName: S\nseverity: {}\n", to: "mlcatalog.yaml")
    try work.write(
      Self.model("churn", "target: b\r\ndescription: d\ndisplayName: e\n"), to: "ml_model.yaml")
    try work.write(Self.model("new"), to: "ml_model_new.yaml")
    let lines = try #require(try await result().changedLines)
    func touched(_ name: String) -> [Int] {
      (1...6).filter { line in
        let place = Position(line: line, column: 1)
        return lines.touches(SourceRange(path: "\(work.path)/\(name)", start: place, end: place))
      }
    }
    #expect(touched("ml_model.yaml") == [3, 5])
    #expect(touched("c/ml_model.yaml") == [4])
    #expect(touched("mlcatalog.yaml") == [2])
    #expect(touched("ml_model_new.yaml") == [1, 2])
  }
}
