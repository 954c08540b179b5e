import Diagnostics
import ModelManifests
import RegisteredModels
import Testing

@testable import Reconciler

@Suite("What a project demands of a model")
struct RequiredFieldsTests {
  private static let bare = """
    name: churn
    algorithm: XGBoost
    mlFeatures:
      - {name: persona, dataType: categorical}
      - name: is_premium
        dataType: categorical
        description: Whether the user pays
        featureSources: [{name: premium, dataSourceFqn: demo_pg.postgres.public.users}]
    """

  private static let complete = """
    name: churn
    algorithm: XGBoost
    description: Who leaves within a month
    owners: [jane.doe]
    tags: [Tier.Tier2]
    mlFeatures:
      - name: is_premium
        dataType: categorical
        description: Whether the user pays
        featureSources: [{name: premium, dataSourceFqn: demo_pg.postgres.public.users}]
    """

  /// What is found of a manifest, as `line:column code path`.
  private func lines(
    _ yaml: String, _ required: Set<RulesConfig.Requirement>
  ) throws -> [String] {
    var diagnostics = DiagnosticList()
    var options = MergeOptions()
    options.rules.required = required
    let manifest = try SmallCatalog.desired(yaml)[0].manifest
    _ = Merge.desiredModels(of: [manifest], [:], options, diagnostics: &diagnostics)
    return diagnostics.items.map { finding in
      let place = finding.range.map { "\($0.start.line):\($0.start.column)" } ?? "–"
      return "\(place) \(finding.code.rawValue) \(finding.fieldPath ?? "–")"
    }
  }

  @Test("nothing is demanded unless the project says so")
  func off() throws {
    #expect(RulesConfig().required.isEmpty)
    #expect(try lines(Self.bare, []) == [])
  }

  @Test("what is missing is told where it belongs, each of it by its own code")
  func missing() throws {
    #expect(
      try lines(Self.bare, Set(RulesConfig.Requirement.allCases)) == [
        "1:7 MLC274 owners", "1:7 MLC275 description", "1:7 MLC277 tier",
        "4:12 MLC278 mlFeatures[persona].description",
        "4:12 MLC279 mlFeatures[persona].featureSources",
      ])
    #expect(try lines(Self.bare, [.tier]) == ["1:7 MLC277 tier"])
    #expect(try lines(Self.complete, Set(RulesConfig.Requirement.allCases)) == [])
  }

  @Test("what is emptied on purpose is missing too, and told there")
  func emptied() throws {
    let yaml = "name: a\nalgorithm: b\nowners: []\ndescription: ~\ntier: ~\n"
    #expect(
      try lines(yaml, [.owner, .description, .tier]) == [
        "3:9 MLC274 owners", "4:14 MLC275 description", "5:7 MLC277 tier",
      ])
  }

  @Test(
    "a text that says nothing is no description",
    arguments: [
      "TODO", "todo: write this", "T.B.D.", "n/a", "-", "…", "<what it predicts>",
      "{{ description }}", "lorem ipsum dolor", "Churn", "  ", "To be done.",
    ])
  func placeholders(_ text: String) throws {
    let yaml = "name: churn\nalgorithm: b\ndescription: '\(text)'\n"
    #expect(try lines(yaml, [.description]) == ["3:14 MLC276 description"])
    #expect(try lines(yaml, [.owner]) == ["1:7 MLC274 owners"])
  }

  @Test(
    "a text that says something is one",
    arguments: [
      "Churn of users", "Notable", "To document churn", "Todos left undone",
      "Whether a todo list is used", "Ob jemand kündigt", "解約",
    ])
  func descriptions(_ text: String) throws {
    #expect(!PlaceholderText.matches(text, describing: "churn"))
  }

  @Test("a feature's description is held to the same")
  func featurePlaceholder() throws {
    let yaml = Self.complete.replacing("Whether the user pays", with: "Is premium")
    #expect(
      try lines(yaml, [.featureDescription]) == [
        "9:18 MLC276 mlFeatures[is_premium].description"
      ])
  }

  @Test("what the registry gives counts, and features of its own are told together")
  func registered() throws {
    var run = RegisteredFixture()
    run.mapTables()
    run.options.rules.required = [.description, .featureDescription, .featureSource]
    _ = try run.desired(RegisteredFixture.manifest())
    #expect(
      run.lines == [
        "4:12 error MLC278 of the features that the registry gives, `order_id`, `is_premium` and "
          + "`persona` have no description",
        "4:12 error MLC279 of the features that the registry gives, `is_premium` and `persona` "
          + "have no source table",
      ])
  }

  @Test("what a registry that is away may have given is not called missing")
  func unknown() throws {
    var run = RegisteredFixture()
    run.options.rules.required = [.description, .owner]
    run.options.isRegistryOptional = true
    run.options.registry.owners = []
    run.answer = .failed(RegistryFailure(.unreachable, "no route"))
    _ = try run.desired(RegisteredFixture.manifest("algorithm: A"))
    #expect(run.findings.items.map(\.code) == [.registryNotAsked])
  }
}
