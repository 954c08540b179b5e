import Diagnostics
import ModelManifests
import TestSupport
import Testing

@Suite("Values of the command line")
struct FieldOverrideTests {
  private struct Reading {
    let files: [ManifestFile]
    let findings: [Diagnostic]
    let problems: [Diagnostic]

    var model: ModelManifest {
      get throws { try #require(files.first?.models.first) }
    }
  }

  private func read(_ texts: [String], _ arguments: [String]) throws -> Reading {
    let overrides = try FieldOverrides(parsing: arguments)
    var list = DiagnosticList()
    let files = texts.enumerated().map { index, text in
      ManifestFile(
        SourceFile(path: "\(index).yaml", bytes: Array(text.utf8)), overrides: overrides,
        diagnostics: &list)
    }
    return Reading(
      files: files, findings: list.sorted,
      problems: OverrideCheck.findings(overrides, in: files))
  }

  private func read(_ text: String, _ arguments: String...) throws -> Reading {
    try read([text], arguments)
  }

  private static let churn = """
    name: churn
    algorithm: XGBoost
    mlFeatures:
      - name: persona
        dataType: categorical
        featureSources: [{name: kind, dataSourceFqn: s.d.c.t}]
    mlHyperParameters: [{name: eta, value: 0.30}]
    registry: {mlflow: {model: churn, version: 3}}

    """

  @Test("a value stands in the place of the file's, and is placed on the command line")
  func replaces() throws {
    let reading = try read(
      Self.churn, "registry.mlflow.version=7", "mlHyperParameters[eta].value=0.5",
      "mlFeatures[persona].featureSources[s.d.c.t.kind].description=a=b")
    #expect(reading.findings.isEmpty && reading.problems.isEmpty)
    let model = try reading.model
    guard case .mlflow(let registry) = try #require(model.registry) else { return }
    let version = try #require(registry.version)
    #expect(version.value == "7" && version.range.isOnCommandLine)
    #expect(version.range.description == "command line:1:31")
    #expect(!registry.model.range.isOnCommandLine)
    #expect(model.mlHyperParameters.value?.first?.value.value == "0.5")
    let sources = model.mlFeatures.value?.first?.featureSources.value
    #expect(sources?.first?.description.value == "a=b")
    #expect(sources?.first?.description.range?.start.line == 3)
  }

  @Test("a value makes the mappings that lead to it, and counts before keys are called missing")
  func makes() throws {
    let reading = try read("name: churn\n", "algorithm=XGBoost", "mlStore.storage=s3://a")
    #expect(reading.findings.map(\.message) == [] && reading.problems.isEmpty)
    let model = try reading.model
    #expect(model.algorithm.value == "XGBoost")
    #expect(model.mlStore.value?.storage.value == "s3://a")
    let named = try read("algorithm: a\n", "name=churn")
    #expect(named.findings.isEmpty)
    #expect(try named.model.name.value == "churn")
    let registered = try read("name: a\n", "registry.mlflow.model=a", "registry.mlflow.alias=b")
    #expect(registered.findings.isEmpty)
  }

  @Test("a value is text, whatever it looks like; of two the later counts")
  func text() throws {
    let reading = try read(
      Self.churn, "description=first", "description=null", "extension.cost.centre=047",
      "target=")
    #expect(reading.problems.isEmpty)
    let model = try reading.model
    #expect(model.description.value == "null")
    #expect(model.extension.value?.map(\.name.value) == ["cost.centre"])
    #expect(model.extension.value?.first?.value.value == .text("047"))
    #expect(reading.findings.map(\.code) == [.invalidName])
    #expect(reading.findings.first?.range?.description == "command line:4:14")
  }

  @Test("what is wrong with a value is found on the command line, and quoted from there")
  func findings() throws {
    let arguments = ["server=here", "churn:registry.mlflow.version=one"]
    let reading = try read([Self.churn], arguments)
    let file = try #require(try FieldOverrides(parsing: arguments).file)
    let text = reading.findings.map(DiagnosticRenderer { _ in file }.text).joined(separator: "\n")
    try expectGolden(text, "overrides.txt")
  }

  @Test("a name tells the model that is meant: its own, or the full one")
  func names() throws {
    let two = ["name: 'a: b'\nalgorithm: x\n---\nname: c\nalgorithm: x\nserviceName: S\n"]
    let reading = try read(two, ["a: b:target=t", "S.c:target=u"])
    #expect(reading.findings.isEmpty && reading.problems.isEmpty)
    #expect(reading.files[0].models.map(\.target.value) == ["t", "u"])
    let same = "name: c\nalgorithm: x\n---\nname: c\nalgorithm: x\nserviceName: S\n"
    #expect(try read([same], ["S.c:target=u"]).problems.isEmpty)
    let both = try #require(try read([same], ["c:target=u"]).problems.first)
    #expect(both.message == "`c` names 2 models")
    #expect(both.hint == "write one of the full names `CustomMLService.c`, `S.c`")
  }

  @Test("a value without a name needs the only model, and a name a model that there is")
  func unclear() throws {
    let two = ["name: churn\nalgorithm: x\n", "name: revenue\nalgorithm: x\n"]
    let unnamed = try #require(try read(two, ["target=t"]).problems.first)
    #expect(unnamed.code == .invalidOverride)
    #expect(unnamed.message == "a value is for one model, and there are 2")
    #expect(unnamed.hint == "write `NAME:target=…`; the models are `churn`, `revenue`")
    #expect(unnamed.range?.description == "command line:1:7")
    let unknown = try #require(try read(two, ["revenu:target=t"]).problems.first)
    #expect(unknown.message == "no file describes a model `revenu`")
    #expect(unknown.hint == "did you mean `revenue`?")
  }

  @Test("an element that the file does not have is not made")
  func elements() throws {
    let reading = try read(Self.churn, "mlHyperParameters[etta].value=1")
    let problem = try #require(reading.problems.first)
    #expect(problem.message == "`mlHyperParameters` has no element `etta`")
    #expect(problem.hint == "did you mean `mlHyperParameters[eta]`?")
    #expect(try read("name: a\n", "mlFeatures[*].description=1").problems.count == 1)
  }

  @Test("a wrong shape in the file is told as such")
  func shapes() throws {
    let reading = try read("name: a\nalgorithm: b\nmlStore: s3://a\n", "mlStore.storage=b")
    #expect(reading.findings.map(\.code) == [.wrongKind] && reading.problems.isEmpty)
  }

  @Test("the same text read through an alias elsewhere stays as it is")
  func aliases() throws {
    let text = """
      name: a
      algorithm: b
      mlHyperParameters:
        - &one {name: one, value: 1}
        - {<<: *one, name: two}
      """
    let reading = try read(text, "mlHyperParameters[one].value=5")
    #expect(try reading.model.mlHyperParameters.value?.map(\.value.value) == ["5", "1"])
  }

  @Test(
    "what leads to no scalar field is refused before anything is read",
    arguments: [
      (
        "description", "`description` gives no value",
        "write `PATH=VALUE`, as in `mlStore.storage=s3://…`"
      ),
      ("descripton=a", "there is no field `descripton`", "did you mean `description`?"),
      ("a:descripton=a", "there is no field `descripton`", "did you mean `description`?"),
      ("tags=a", "`tags` takes a list", "lists are given in the file"),
      ("mlStore=a", "`mlStore` takes a mapping", "name a member, such as `mlStore.storage`"),
      (
        "registry=a", "`registry` takes a mapping", "name a member, such as `registry.mlflow.model`"
      ),
      ("extension=a", "`extension` takes a mapping", "name a member, as in `extension.KEY`"),
      (
        "ml*.storage=a", "there is no field `ml*`",
        "a path begins with a key of the manifest, such as `description`, `mlStore.storage` or "
          + "`mlFeatures[persona].description`"
      ),
      ("storage=a", "there is no field `storage`", "`storage` is known under `mlStore`"),
      (
        "mlStore.zone=a", "there is no field `mlStore.zone`",
        "known there are `storage`, `imageRepository`"
      ),
      (
        "=a", "a field path begins with the name of a field",
        "paths look like `mlFeatures[persona].description`"
      ),
    ])
  func refused(_ argument: String, _ message: String, _ hint: String) {
    let error = #expect(throws: FieldPathError.self) {
      try FieldOverrides(parsing: ["target=a", argument])
    }
    #expect(error?.message == message)
    #expect(error?.hint == hint)
  }
}
