import Diagnostics
import RegisteredModels
import Testing

@testable import Reconciler

@Suite("Contradictions between file and registry")
struct ContradictionTests {
  private static let features = """
    algorithm: XGBoost
    mlFeatures:
      - {name: order_id, dataType: numerical, featureSources: [*s]}
      - {name: is_premium, dataType: categorical}
      - {name: persona, dataType: categorical}
    """

  private static let source = """
    x-source: &s {name: order_id, dataSourceFqn: demo_pg.postgres.public.orders}

    """

  /// What is found in a manifest whose features are changed.
  private func lines(
    replacing old: String = "", with new: String = "", and lines: String = "",
    _ change: (inout RegisteredVersion) -> Void = { _ in }
  ) throws -> [String] {
    var run = RegisteredFixture()
    run.answer = .version(RegisteredFixture.version(change))
    let features = old.isEmpty ? Self.features : Self.features.replacing(old, with: new)
    _ = try run.plan(RegisteredFixture.manifest(Self.source + features + "\n" + lines))
    return run.lines
  }

  @Test("a file that agrees with the registry is told nothing")
  func agreement() throws {
    #expect(try lines() == [])
    #expect(
      try lines(
        and: "mlHyperParameters: [{name: eta, value: .250}, {name: max_depth, value: +6.0}]")
        == [])
  }

  @Test("an input that is no feature of the file is told on the key, optional ones as a note")
  func missingFeature() throws {
    let found = try lines { version in
      version.signature?.inputs += [
        SignatureColumn(name: "city", type: .string),
        SignatureColumn(name: "age", type: .integer, isRequired: false),
        SignatureColumn(name: "day", type: .datetime),
      ]
    }
    #expect(
      found == [
        "8:1 warning MLC310 the model takes an input `city` (a string) that is no feature here",
        "8:1 note MLC310 the model takes an input `age` (an integer, optional) that is no feature "
          + "here",
        "8:1 warning MLC310 the model takes an input `day` (a datetime) that is no feature here",
      ])
  }

  @Test("a line break in the run's value makes no line of the report")
  func lineBreakOfTheRun() throws {
    var run = RegisteredFixture()
    let value = Sourced("5\nerror: false", from: "mlflow:runs:/r1")
    run.answer = .version(
      RegisteredFixture.version { $0.parameters = [RegistryParameter(name: "eta", value: value)] })
    let lines = Self.source + Self.features + "\nmlHyperParameters: [{name: eta, value: 1}]"
    _ = try run.plan(RegisteredFixture.manifest(lines))
    let drift = run.findings.sorted.filter { $0.code == .hyperParameterDrift }
    #expect(drift.count == 1)
    #expect(drift.allSatisfy { $0.hint?.contains(where: \.isNewline) == false })
  }

  @Test(
    "thousands of inputs are not compared in spelling with each feature", .timeLimit(.minutes(1)))
  func thousandsOfInputs() throws {
    let found = try lines(replacing: "name: persona", with: "name: column_x") { version in
      version.signature?.inputs += (0..<3000).map {
        SignatureColumn(name: "column_\($0)", type: .double)
      }
    }
    #expect(found.filter { $0.contains("MLC310") }.count == 3001)
  }

  @Test("a feature that the model does not take is told which input was meant, and only once")
  func extraFeature() throws {
    #expect(
      try lines(replacing: "name: persona", with: "name: persona_") == [
        "11:12 warning MLC311 the model takes no input `persona_`"
      ])
    var run = RegisteredFixture()
    _ = try run.plan(
      RegisteredFixture.manifest(
        Self.source + Self.features.replacing("name: persona", with: "name: Persona")))
    #expect(run.findings.items.map(\.hint) == ["did you mean `persona`?"])
    #expect(
      run.findings.items.first?.notes.map(\.message) == [
        "the signature is at mlflow:models:/revenue/7#signature"
      ])
  }

  @Test(
    "a feature of another type than the model takes is told on its type",
    arguments: [
      ("order_id, dataType: numerical", "order_id, dataType: categorical", "9:32", "a long"),
      (
        "is_premium, dataType: categorical", "is_premium, dataType: numerical", "10:34", "a boolean"
      ),
      ("persona, dataType: categorical", "persona, dataType: numerical", "11:31", "a string"),
    ])
  func otherType(_ old: String, _ new: String, _ place: String, _ phrase: String) throws {
    let found = try lines(replacing: old, with: new)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("\(place) warning MLC312 ") == true, "\(found)")
    #expect(found.first?.contains("the model takes \(phrase) for it") == true, "\(found)")
  }

  @Test("a tensor says nothing of the type; inputs without names cannot be compared")
  func tensors() throws {
    #expect(
      try lines { $0.signature?.inputs[2].type = .tensor("float32") } == [])
    #expect(
      try lines { version in
        version.signature?.inputs = [SignatureColumn(name: nil, type: .tensor("float32"))]
      } == [
        "8:1 note MLC314 the inputs of the model's signature have no names, so the features were "
          + "not compared"
      ])
  }

  @Test("a parameter that differs from the run's is told on its value with the run's place")
  func drift() throws {
    let found = try lines(
      and: """
        mlHyperParameters:
          - {name: eta, value: 0.30}
          - {name: max_dept, value: 6}
          - {name: booster, value: gbtree}
        """)
    #expect(
      found == [
        "13:24 warning MLC320 `eta` is `0.30` here, and the run used `0.25`",
        "14:12 warning MLC321 the run recorded no parameter `max_dept`",
        "15:28 warning MLC320 `booster` is `gbtree` here, and the run used `None`",
      ])
  }

  @Test("parameters that the file leaves out are one note on the key; None is none")
  func leftOutParameters() throws {
    #expect(
      try lines(and: "mlHyperParameters:\n  - {name: eta, value: 0.25}") == [
        "12:1 note MLC322 the run also recorded `max_depth`, which the file leaves out"
      ])
  }

  @Test("a run that recorded no parameters contradicts none")
  func noParameters() throws {
    let parameters = "mlHyperParameters: [{name: eta, value: 9}]"
    #expect(try lines(and: parameters) { $0.parameters = [] } == [])
  }

  @Test(
    "texts that denote the same are no drift",
    arguments: [
      ("0.20", "0.2", true), ("1e-3", "0.001", true), ("True", "true", true), ("1", "1.0", true),
      ("-.5", "-0.50", true), ("9007199254740993", "9007199254740992", false),
      ("gbtree", "Gbtree", false), ("1", "true", false), ("0x10", "16", false), ("", "0", false),
      ("inf", "nan", false), ("1.", "1", true),
    ])
  func sameTexts(_ left: String, _ right: String, _ isSame: Bool) {
    #expect(ParameterText.areSame(left, right) == isSame)
    #expect(ParameterText.areSame(right, left) == isSame)
  }

  @Test("a table of the training that no feature names is told where the model is named")
  func undeclaredTable() throws {
    let found = try lines { version in
      version.datasets = [
        RegisteredFixture.dataset(.table(["public", "users"], isCertain: true)),
        RegisteredFixture.dataset(.table(["PUBLIC", "Orders"], isCertain: true)),
        RegisteredFixture.dataset(.table(["public", "users"], isCertain: true), context: "train"),
        RegisteredFixture.dataset(.table(["public", "late"], isCertain: true), context: "eval"),
        RegisteredFixture.dataset(.table(["a", "b"], isCertain: false), context: nil),
        RegisteredFixture.dataset(.query("SELECT *\n  FROM public.orders")),
        RegisteredFixture.dataset(.other(type: "local", location: "/data/x.csv")),
      ]
    }
    #expect(
      found == [
        "4:12 warning MLC330 the model was trained on `public.users`, which no feature has as its "
          + "source",
        "4:12 note MLC331 the run was given `a.b` and the query `SELECT * FROM public.orders`, "
          + "which may be or name tables; no lineage is made of them",
      ])
  }

  @Test("data that may be a table is not told of when every feature has its table")
  func knownLineage() throws {
    let sources = Self.features.replacing(
      "dataType: categorical}", with: "dataType: categorical, featureSources: [*s]}")
    var run = RegisteredFixture()
    run.answer = .version(
      RegisteredFixture.version { version in
        version.datasets = [RegisteredFixture.dataset(.table(["a", "b"], isCertain: false))]
      })
    _ = try run.plan(RegisteredFixture.manifest(Self.source + sources))
    #expect(run.lines == [])
  }

  @Test("another target is a warning, another algorithm a note, each with both places")
  func otherTexts() throws {
    var run = RegisteredFixture()
    run.mapTables()
    _ = try run.plan(
      RegisteredFixture.manifest("algorithm: Random Forest\ntarget: revenues\n"))
    #expect(
      run.lines == [
        "6:12 note MLC346 the algorithm is `Random Forest` here, and the registry says "
          + "`XGBRegressor`",
        "7:9 warning MLC347 the target is `revenues` here, and the model gives `revenue`",
      ])
    #expect(
      run.findings.sorted.map { $0.notes.map(\.message) } == [
        ["the registry's value is at mlflow:runs:/r1#tags.estimator_name"],
        ["the registry's value is at mlflow:models:/revenue/7#signature.outputs"],
      ])
    _ = try run.plan(RegisteredFixture.manifest("algorithm: xgboost\ntarget: revenue\n"))
    #expect(run.lines == [])
  }

  @Test(
    "names that may stand for one algorithm are not told apart",
    arguments: [
      ("Random Forest", "sklearn.ensemble.RandomForestClassifier", true),
      ("XGBoost", "XGBRegressor", true), ("Linear regression", "LinearRegression", true),
      ("Logistic Regression", "LinearRegression", false), ("Random Forest", "XGBClassifier", false),
      ("Regression", "DecisionTreeRegressor", true), ("???", "XGBRegressor", true),
      ("Gradient boosting", "RandomForestRegressor", false),
    ])
  func relatedAlgorithms(_ given: String, _ known: String, _ areRelated: Bool) {
    #expect(ModelTextCheck.areRelated(given, known) == areRelated)
    #expect(ModelTextCheck.areRelated(known, given) == areRelated)
  }

  @Test("without a rule the features of the registry have no tables, and a hint says how")
  func unmappedTable() throws {
    var run = RegisteredFixture()
    let plan = try run.plan()
    #expect(plan.edges.isEmpty)
    #expect(run.findings.items.map(\.code) == [.undeclaredTable])
    #expect(
      run.findings.items.first?.hint
        == "say under registry: tables: in mlcatalog.yaml how the catalog calls it")
  }
}
