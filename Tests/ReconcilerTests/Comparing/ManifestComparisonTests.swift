import Diagnostics
import ModelManifests
import Reconciler
import Testing

@Suite("What changed between two states of the files")
struct ManifestComparisonTests {
  /// The state that files describe, by their paths.
  private func state(_ files: [String: String]) -> ManifestState {
    var state = ManifestState(models: [])
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      var findings = DiagnosticList()
      let file = SourceFile(path: path, bytes: Array(text.utf8))
      state.models += ManifestFile(file, diagnostics: &findings).models
      state.add(errorsOf: findings, in: [path])
    }
    return state
  }

  private func comparison(_ base: String, _ head: String) -> ManifestComparison {
    ManifestComparison(from: state(["m.yaml": base]), to: state(["m.yaml": head]))
  }

  /// The leaves that change, those that break with a mark.
  private func changes(_ base: String, _ head: String) -> [String] {
    comparison(base, head).models.flatMap(\.changes)
      .map { "\($0.path)\($0.isBreaking ? " !" : "")" }
  }

  private static let feature = """
    mlFeatures:
      - name: persona
        dataType: categorical
        featureSources:
          - {name: type, dataType: string, dataSourceFqn: pg.db.public.users}

    """
  private static let model = "name: churn\nalgorithm: XGBoost\n"

  @Test(
    "what breaks is told from what does not",
    arguments: [
      ("", "description: other\n", ["description"]),
      ("target: a\n", "target: b\n", ["target !"]),
      ("server: https://a\n", "", ["server !"]),
      ("displayName: a\n", "displayName: b\n", ["displayName"]),
      ("tags: [A.B, C.D]\n", "tags: [C.D, E.F]\n", ["tags[A.B]", "tags[E.F]"]),
      ("tags: [Tier.Tier1]\n", "tier: Tier.Tier2\n", ["tier"]),
      ("owners: [Ana@a.b]\n", "owners: [ana, bob]\n", ["owners[bob]"]),
      ("extension: {a: 1}\n", "extension: {a: 1.0, b: [x]}\n", ["extension.a", "extension.b"]),
      (
        "mlHyperParameters: [{name: eta, value: 0.3}]\n",
        "mlHyperParameters: [{name: eta, value: 0.30}]\n", ["mlHyperParameters[eta].value"]
      ),
      ("mlStore: {storage: a}\n", "mlStore: {storage: b}\n", ["mlStore.storage"]),
      (
        "suppress: [{code: MLC230, reason: r}]\n",
        "suppress: [{code: MLC230, path: description, reason: r}]\n",
        ["suppress[MLC230 at description]", "suppress[MLC230]"]
      ),
      (
        "ownership: {description: catalog}\n", "ownership: {description: manifest}\n",
        ["ownership[description]"]
      ),
      (
        "registry: {mlflow: {model: m, version: 6}}\n",
        "registry: {mlflow: {model: m, version: 7}}\n", ["registry.mlflow.version"]
      ),
    ])
  func members(base: String, head: String, expected: [String]) {
    #expect(changes(Self.model + base, Self.model + head) == expected)
  }

  @Test("the algorithm is a major change; left to a registry, nobody knows")
  func algorithm() {
    #expect(changes(Self.model, "name: churn\nalgorithm: SVM\n") == ["algorithm !"])
    let registry = "registry: {mlflow: {model: m, version: 6}}\n"
    #expect(changes(Self.model + registry, "name: churn\n" + registry) == ["algorithm"])
    #expect(changes("name: churn\n" + registry, Self.model + registry) == ["algorithm"])
  }

  @Test("a feature that is gone, retyped or made from another table breaks")
  func features() {
    let base = Self.model + Self.feature
    #expect(changes(base, Self.model).allSatisfy { $0.hasSuffix("!") })
    #expect(
      changes(base, base.replacing("categorical", with: "numerical"))
        == ["mlFeatures[persona].dataType !"])
    let moved = changes(base, base.replacing("public.users", with: "public.people"))
    #expect(
      moved.filter { $0.hasSuffix("!") } == [
        "mlFeatures[persona].featureSources[pg.db.public.users.type].dataSource !"
      ])
    let more = base + "  - {name: age, dataType: numerical}\n"
    #expect(changes(base, more) == ["mlFeatures[age].dataType"])
  }

  @Test("order, quotes and layout are no difference, nor is the file")
  func sameness() {
    let base = state(["a.yaml": Self.model + "tags: [A.B, C.D]\ndescription: same\n"])
    let head = state([
      "b.yaml":
        "description: \"same\"\ntags:\n  - C.\"D\"\n  - A.B\nalgorithm: XGBoost\nname: churn\n"
    ])
    let comparison = ManifestComparison(from: base, to: head)
    #expect(comparison.models.isEmpty)
    #expect(comparison.unchanged == 1)
    #expect(!comparison.isBreaking)
  }

  @Test("models are added and removed; a removed one breaks")
  func addedAndRemoved() {
    let base = state(["a.yaml": Self.model, "b.yaml": "name: Fares\nalgorithm: SVM\n"])
    let head = state(["a.yaml": Self.model, "c.yaml": "name: Tips\nalgorithm: SVM\n"])
    let comparison = ManifestComparison(from: base, to: head)
    #expect(
      comparison.models.map { "\($0.change) \($0.name) \($0.manifest) \($0.isBreaking)" } == [
        "removed Fares b.yaml true", "added Tips c.yaml false",
      ])
  }

  @Test("a model that is much like a removed one looks like a rename, the closest first")
  func renamed() throws {
    let other = Self.feature.replacing("persona", with: "region")
    let base = state([
      "a.yaml": "name: Churn\nalgorithm: SVM\n" + Self.feature,
      "b.yaml": "name: Tips\nalgorithm: SVM\n" + other,
    ])
    let head = state([
      "z.yaml": "name: Churn 2\nalgorithm: LR\n" + Self.feature,
      "y.yaml": "name: Gratuities\nalgorithm: SVM\n" + other,
      "x.yaml": "name: Weather\nalgorithm: SVM\n",
    ])
    let models = ManifestComparison(from: base, to: head).models
    #expect(
      models.map { "\($0.change) \($0.former?.fullyQualifiedName ?? "-") → \($0.name)" } == [
        "renamed CustomMLService.Churn → Churn 2", "renamed CustomMLService.Tips → Gratuities",
        "added - → Weather",
      ])
    #expect(models[0].isBreaking)
    #expect(models[0].changes.map(\.path.description) == ["algorithm"])
  }

  @Test("another service is another model")
  func service() {
    let comparison = comparison(Self.model, "serviceName: Other\n" + Self.model)
    #expect(comparison.models.map(\.change) == [.renamed])
    #expect(comparison.models.first?.former?.fullyQualifiedName == "CustomMLService.churn")
  }

  @Test("a feature that is made like a removed one looks like a rename")
  func renamedFeature() throws {
    let base = Self.model + Self.feature
    let comparison = comparison(base, base.replacing("persona", with: "segment"))
    let model = try #require(comparison.models.first)
    #expect(model.renamedFeatures.mapValues(\.value) == ["persona": "segment"])
    let findings = ComparisonFindings(against: "main").findings(of: comparison)
    #expect(findings.map(\.code) == [.breakingChange])
    #expect(
      findings.first?.message
        == "the feature `persona` is gone; `segment` looks like a rename of it")
    #expect(findings.first?.range?.start == Position(line: 4, column: 11))
    #expect(findings.first?.fieldPath == "mlFeatures[persona]")
  }

  @Test("what cannot be read on one side is not known, and hides no more than itself")
  func unknown() throws {
    let broken = comparison("name: [churn\n", Self.model)
    #expect(broken.models.map(\.change) == [.unknown])
    let now = comparison(Self.model, "name: [churn\n")
    #expect(now.models.map(\.change) == [.unknown])
    #expect(ComparisonFindings(against: "main").findings(of: now).map(\.code) == [.notComparable])

    let wrong = Self.model + "mlFeatures: [{name: a, dataType: nonsense}]\n"
    let right = Self.model + "mlFeatures: [{name: a, dataType: categorical}]\n"
    let one = try #require(comparison(wrong, right).models.first)
    #expect(one.change == .unknown)
    #expect(one.obstacle == "`mlFeatures[a].dataType` had errors then")
    let two = try #require(comparison(right, "target: b\n" + wrong).models.first)
    #expect(two.change == .changed)
    #expect(two.changes.map(\.path.description) == ["target"])
    #expect(two.obstacle == "`mlFeatures[a].dataType` has errors now")
  }

  @Test("an unknown key hides nothing")
  func unknownKey() {
    #expect(changes(Self.model, Self.model + "tagret: b\ndescription: d\n") == ["description"])
  }

  @Test("each feature and member is told once, at its place")
  func findings() {
    let base = "target: a\n" + Self.model + Self.feature
    let head =
      "target: b\n" + Self.model
      + Self.feature.replacing("categorical", with: "numerical")
      .replacing("public.users", with: "public.people")
    let findings = ComparisonFindings(against: "main").findings(of: comparison(base, head))
    #expect(
      findings.map { "\($0.range?.start.line ?? 0) \($0.fieldPath ?? ""): \($0.message)" } == [
        "6 mlFeatures[persona].dataType: the type of the feature `persona` changes from "
          + "`categorical` to `numerical`",
        "6 mlFeatures[persona].featureSources: the feature `persona` is no longer made from "
          + "`pg.db.public.users`, but from another table",
        "1 target: `target` changes from `a` to `b`",
      ])
    #expect(findings.allSatisfy { $0.severity == .warning && $0.code == .breakingChange })
  }

  @Test("a model that is gone and one with another name are told, the first without a place")
  func names() {
    let gone = ManifestComparison(from: state(["a.yaml": Self.model]), to: state([:]))
    let removed = ComparisonFindings(against: "main").findings(of: gone)
    #expect(removed.map(\.code) == [.modelRemoved])
    #expect(removed.first?.range == nil)
    let renamed = comparison(Self.model, Self.model.replacing("churn", with: "churn 2"))
    let findings = ComparisonFindings(against: "main").findings(of: renamed)
    #expect(findings.map(\.code) == [.modelRenamed])
    #expect(findings.first?.range?.start == Position(line: 1, column: 7))
  }
}
