import Foundation
import JSONDocuments
import TestSupport
import Testing

/// What a pull request takes out of a file that was pulled, and never published.
@Suite("What the catalog keeps of a file", .timeLimit(.minutes(5)))
struct LeftInCatalogTests {
  private let catalog: SampleCatalog
  private let project: Project
  private let publisher: PublisherProcess

  init() async throws {
    catalog = try await SampleCatalog()
    project = try Project()
    publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
  }

  private func git(_ arguments: String...) async throws {
    let run = try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"),
      ["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.com"] + arguments,
      environment: TemporaryRepository.environment, in: URL(filePath: project.path))
    try #require(run.status == 0, "\(run.errors)")
  }

  private func label(_ name: String) -> JSON {
    [
      "tagFQN": .string(name), "source": "Classification", "labelType": "Manual",
      "state": "Confirmed",
    ]
  }

  /// A model that somebody made by hand, as a manifest committed on `main`.
  private func adopt() async throws {
    try await catalog.catalog.require(
      "PUT", "services/mlmodelServices", ["name": "Hand", "serviceType": "CustomMlModel"])
    let table = try await catalog.catalog.require(
      "GET", "tables/name/demo_pg.postgres.public.users")
    let source: JSON = [
      "name": "premium", "dataType": "boolean",
      "dataSource": ["id": table["id"] ?? .null, "type": "table"],
    ]
    try await catalog.catalog.require(
      "PUT", "mlmodels",
      [
        "name": "Made", "service": "Hand", "algorithm": "A", "target": "eta",
        "mlStore": ["storage": "s3://a"],
        "tags": .array(["PII.None", "PersonalData.Personal"].map(label)),
        "mlFeatures": [
          ["name": "stays", "dataType": "numerical", "featureSources": [source]],
          ["name": "goes", "dataType": "numerical", "featureAlgorithm": "PCA"],
        ],
        "mlHyperParameters": [["name": "eta", "value": "0.3"]],
      ])
    let pulled = try await publisher.run("pull", "Hand.Made")
    try project.write(pulled.output)
    try await git("init", "-q", "-b", "main")
    try await git("add", "--all")
    try await git("commit", "-q", "-m", "one")
    try await git("switch", "-q", "-c", "feature")
  }

  private func check(_ arguments: String...) async throws -> String {
    let run = try await publisher.start(["publish", "--check"] + arguments).outcome()
    #expect(run.status == 0, "\(run.everything)")
    return run.output
  }

  @Test("what a pull request takes out of a pulled file is told to stay, each with its way out")
  func told() async throws {
    try await adopt()
    try project.write(
      """
      serviceName: Hand
      name: Made
      algorithm: A
      tags: [PersonalData.Personal]
      mlFeatures:
        - name: stays
          dataType: numerical

      """)
    let plain = try await check()
    #expect(!plain.contains("MLC858"), "nobody can know it: \(plain)")
    let against = try await check("--against", "main")
    let kept = against.split(separator: "\n").filter { $0.contains("note[MLC858]") }
    #expect(kept.count == 6, "\(against)")
    let ways = [
      ("target", "write `target: null` into the file"),
      ("mlStore.storage", "write `storage: null` into the file"),
      ("tags[PII.None]", "set ownership: {tags: manifest}"),
      ("mlFeatures[goes]", "hint: if it is to go, remove it in the catalog"),
      ("mlHyperParameters[eta]", "give the file an empty list: `mlHyperParameters: []`"),
      (
        "mlFeatures[stays].featureSources[demo_pg.postgres.public.users.premium]",
        "give the file an empty list: `featureSources: []`"
      ),
    ]
    for (path, way) in ways {
      let note = "`\(path)` is taken out of the file, and the catalog keeps it"
      let finding = against.components(separatedBy: note).dropFirst().first
      #expect(finding?.components(separatedBy: "\n\n").first?.contains(way) == true, "\(against)")
    }
  }

  @Test("the ways out that the notes name are ways out")
  func waysOut() async throws {
    try await adopt()
    try project.write(
      """
      serviceName: Hand
      name: Made
      algorithm: A
      target: null
      mlStore: {storage: null}
      tags: [PersonalData.Personal]
      ownership: {tags: manifest}
      mlFeatures:
        - name: stays
          dataType: numerical
          featureSources: []
        - name: goes
          dataType: numerical
          featureAlgorithm: null
      mlHyperParameters: []

      """)
    let against = try await check("--against", "main")
    #expect(!against.contains("MLC858"), "\(against)")
    let published = try await publisher.run("publish")
    #expect(published.status == 0, "\(published.everything)")
    let model = try await catalog.catalog.require("GET", "mlmodels/name/Hand.Made?fields=*")
    #expect(model["target"] == nil)
    #expect(model["mlStore"]?["storage"] == nil)
    #expect(model["tags"]?.array?.map { $0["tagFQN"] } == ["PersonalData.Personal"])
    #expect(model["mlHyperParameters"]?.array?.isEmpty != false)
    #expect(model["mlFeatures"]?.array?[0]["featureSources"]?.array?.isEmpty != false)
    #expect(model["mlFeatures"]?.array?[1]["featureAlgorithm"] == nil)
  }

  @Test("a set that is taken out as a whole goes by an empty list")
  func wholeSet() async throws {
    try await adopt()
    let tags = "tags:\n  - PII.None\n  - PersonalData.Personal\n"
    try project.replace(tags, with: "")
    let against = try await check("--against", "main")
    #expect(against.contains("or write `tags: []` into the file"), "\(against)")
    try await git("checkout", "-q", "ml_model.yaml")
    try project.replace(tags, with: "tags: []\n")
    #expect(try await !check("--against", "main").contains("MLC858"))
    #expect(try await publisher.run("publish").status == 0)
    let model = try await catalog.catalog.require("GET", "mlmodels/name/Hand.Made?fields=tags")
    #expect(model["tags"]?.array?.isEmpty != false)
  }

  @Test("what was published from here goes, and nothing is said to stay")
  func published() async throws {
    try await git("init", "-q", "-b", "main")
    try await git("add", "--all")
    try await git("commit", "-q", "-m", "one")
    #expect(try await publisher.run("publish").status == 0)
    try project.replace("target: expected_time\n", with: "")
    let against = try await check("--against", "main")
    #expect(!against.contains("MLC858"), "\(against)")
    #expect(against.contains("- target: \"expected_time\" → removed"))
  }

  @Test("a source of another column is named by its table, though the catalog knows an id alone")
  func sourceNames() async throws {
    try await adopt()
    try project.replace("- name: premium", with: "- name: user_id")
    try project.replace("dataType: boolean", with: "dataType: integer")
    let checked = try await check()
    let path = "mlFeatures[stays].featureSources[demo_pg.postgres.public.users.premium]"
    #expect(checked.contains("note[MLC406]: `\(path)`: the file wins"), "\(checked)")
    #expect(checked.contains("- \(path).dataType: \"boolean\" → removed"), "\(checked)")
    #expect(!checked.contains(/[0-9a-f]{8}-[0-9a-f]{4}-/), "\(checked)")
    let published = try await publisher.run("publish")
    #expect(published.status == 0, "\(published.everything)")
  }
}
