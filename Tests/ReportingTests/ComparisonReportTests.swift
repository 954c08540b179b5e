import Diagnostics
import JSONDocuments
import ModelManifests
import Publishing
import Reconciler
import Reporting
import TestSupport
import Testing

@Suite("Reports of what a pull request changes")
struct ComparisonReportTests {
  private static func state(_ texts: [String: String]) -> ManifestState {
    var state = ManifestState(models: [])
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      var findings = DiagnosticList()
      let file = SourceFile(path: path, bytes: Array(text.utf8))
      state.models += ManifestFile(file, diagnostics: &findings).models
      state.add(errorsOf: findings, in: [path])
    }
    return state
  }

  private static let features = """
    mlFeatures:
      - name: persona
        dataType: categorical
        featureSources:
          - {name: type, dataType: string, dataSourceFqn: pg.db.public.users}
          - {name: city, dataSourceFqn: pg.db.public.users}
      - {name: age, dataType: numerical}

    """

  private static let base = state([
    "models/revenue.yaml": """
    name: Revenue
    algorithm: XGBoost
    target: expected_time
    tags: [PII.Sensitive]
    mlHyperParameters: [{name: eta, value: 0.30}]

    """ + features,
    "models/fares.yaml": "name: Fares\nalgorithm: SVM\n" + features,
    "models/tips.yaml": "name: Tips\nalgorithm: SVM\ndescription: before\n",
    "models/gone.yaml": "name: Gone\nalgorithm: SVM\n",
    "models/same.yaml": "name: Same\nalgorithm: SVM\n",
    "models/broken.yaml": "name: [\n",
  ])

  private static let head = state([
    "models/revenue.yaml": """
    name: Revenue
    algorithm: XGBoost
    target: eta
    mlHyperParameters: [{name: eta, value: 0.30}, {name: depth, value: 6}]

    """
      + features.replacing("persona", with: "segment").replacing("numerical", with: "categorical"),
    "models/prices.yaml": "name: Prices\nalgorithm: SVM\n" + features,
    "models/tips.yaml": "name: Tips\nalgorithm: SVM\ndescription: after\n",
    "models/new.yaml": "name: Fresh\u{202E}\nalgorithm: SVM\n",
    "models/same.yaml": "name: Same\nalgorithm: SVM\n",
    "models/broken.yaml": "name: Broken\nalgorithm: SVM\n",
  ])

  private static let impacts: [String: DownstreamImpact] = [
    "CustomMLService.Revenue": .known(
      DownstreamImpact.Assets(
        nearest: [
          DownstreamAsset(
            type: "dashboard", fullyQualifiedName: "superset.eta", distance: 1,
            owners: ["jane.doe", "team:Logistics"]),
          DownstreamAsset(
            type: "pipeline", fullyQualifiedName: "airflow.scoring", distance: 1, owners: []),
          DownstreamAsset(
            type: "apiEndpoint", fullyQualifiedName: "api.eta.get", distance: 3, owners: nil),
        ], countsByType: ["dashboard": 2, "pipeline": 1, "apiEndpoint": 1], mayGoOn: true)),
    "CustomMLService.Fares": .notPublished,
    "CustomMLService.Gone": .unknown("not allowed: no ViewBasic"),
    "CustomMLService.Tips": .known(
      DownstreamImpact.Assets(
        nearest: [
          DownstreamAsset(
            type: "dashboard", fullyQualifiedName: "superset.tips", distance: 1, owners: [])
        ], countsByType: ["dashboard": 1], mayGoOn: false)),
  ]

  private var result: RunResult {
    var result = Scenario.unchanged.result
    result.comparison = ReferenceComparison(
      reference: "origin/main", commit: "1f0c4e6ad4e4f0ce3a0d3f6c8d5f0e9b1a2c3d4e",
      mergeBase: "9b1a2c3d4e1f0c4e6ad4e4f0ce3a0d3f6c8d5f0e",
      manifests: ManifestComparison(from: Self.base, to: Self.head), notCompared: 1)
    result.comparison?.downstream = Self.impacts
    return result
  }

  private func text(_ detail: TextStyle.Detail = .usual, usesColor: Bool = false) -> String {
    let style = TextStyle(detail: detail, usesColor: usesColor)
    return TextReport(style: style, files: []).text(result)
  }

  @Test("people read what changed, what breaks, and whom it concerns")
  func people() throws {
    try expectGolden(text(), "comparison.txt")
    try expectGolden(text(.verbose), "comparison-verbose.txt")
    try expectGolden(text(.quiet), "comparison-quiet.txt")
  }

  @Test("colour says nothing of its own")
  func colour() {
    let plain = text(usesColor: true).replacing(/\u{1B}\[[0-9]+m/, with: "")
    #expect(plain == text())
  }

  @Test("a comment on the pull request shows it as tables")
  func comment() {
    let context = ReportContext(
      tool: ToolIdentity(name: "mlcatalog", version: "0.0.0"), files: [],
      paths: RepositoryPaths(root: "/builds", workingDirectory: "/builds"))
    let text = MarkdownReport(context).text(result)
    #expect(text.contains("### Changes against `origin/main`\n"))
    #expect(text.contains("| `CustomMLService.Revenue` | changed | **breaking** |"))
    #expect(text.contains("| `CustomMLService.Gone` | removed | **breaking** | not known: "))
    #expect(text.contains("`superset.eta`"))
  }

  @Test("programs read the same")
  func programs() throws {
    let report = JSONReport(tool: ToolIdentity(name: "mlcatalog", version: "0.0.0"))
    let comparison = try #require(report.document(result)["comparison"])
    try expectGolden(comparison.text(.readable) + "\n", "comparison.json")
    #expect(report.document(Scenario.unchanged.result)["comparison"] == nil)
  }

  @Test("nothing changed is said too")
  func unchanged() {
    var result = Scenario.unchanged.result
    result.comparison = ReferenceComparison(
      reference: "main", commit: "1f0c4e6ad4e4", mergeBase: "1f0c4e6ad4e4",
      manifests: ManifestComparison(from: Self.base, to: Self.base))
    let text = TextReport(style: TextStyle(), files: []).text(result)
    #expect(text.contains("Changes against main (since 1f0c4e6ad4):\n  no model changed\n"))
    #expect(text.contains("Against main: 5 unchanged.\n"))
  }
}
