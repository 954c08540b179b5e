import Diagnostics
import RegisteredModels
import Testing

@testable import Reconciler

@Suite("The version that a manifest points to")
struct VersionTests {
  private func lines(
    registry: String = "alias: champion", _ change: (inout RegisteredVersion) -> Void
  ) throws -> [String] {
    var run = RegisteredFixture()
    run.mapTables()
    run.answer = .version(RegisteredFixture.version(change))
    _ = try run.plan(RegisteredFixture.manifest(registry: registry))
    return run.lines
  }

  @Test("another version than expected is an error on the version that is written")
  func unexpected() throws {
    let registry = "alias: champion\n    version: "
    #expect(try lines(registry: registry + "7") { _ in } == [])
    #expect(
      try lines(registry: registry + "6") { _ in } == [
        "6:14 error MLC300 the alias `champion` of `revenue` points to version 7, not to 6"
      ])
  }

  @Test(
    "a version that cannot be used is told on what chose it",
    arguments: [
      (
        RegistrationStatus.pending,
        "MLC301 version 7 of `revenue` is not ready: its registration is not finished"
      ),
      (
        .failed("no space"),
        "MLC301 version 7 of `revenue` cannot be used: its registration failed: no space"
      ),
      (.failed(nil), "MLC301 version 7 of `revenue` cannot be used: its registration failed"),
      (.deleted, "MLC302 version 7 of `revenue` was deleted in the registry"),
    ])
  func unusable(_ status: RegistrationStatus, _ message: String) throws {
    #expect(try lines { $0.status = status } == ["5:12 error \(message)"])
  }

  @Test("an archived version is a warning")
  func archived() throws {
    #expect(
      try lines { $0.isArchived = true } == [
        "5:12 warning MLC303 version 7 of `revenue` is archived in the registry"
      ])
  }

  @Test("a run that failed is a warning, one that goes on or was deleted a note")
  func runs() throws {
    let failed = "4:12 warning MLC306 the run `r1` that made the version"
    #expect(try lines { $0.run?.status = .failed } == ["\(failed) failed"])
    #expect(try lines { $0.run?.status = .killed } == ["\(failed) was stopped"])
    #expect(
      try lines { $0.run?.status = .running } == [
        "4:12 note MLC306 the run `r1` that made the version has not ended"
      ])
    #expect(
      try lines { $0.run?.isDeleted = true } == [
        "4:12 note MLC307 the run `r1` that made the version was deleted"
      ])
    #expect(try lines { $0.run?.status = .other("Paused") } == [])
  }

  @Test("a run that may not be read is not called missing")
  func forbiddenRun() throws {
    let found = try lines { version in
      version.run = nil
      version.gaps = [
        RegistryGap(.run, "not permitted to read the run `r1`: no access", isForbidden: true)
      ]
    }
    #expect(found == ["4:12 note MLC345 not permitted to read the run `r1`: no access"])
  }
}

@Suite("The gate of promotion")
struct GateTests {
  private func lines(
    registry: String = "alias: champion", _ configure: (inout RegisteredFixture) -> Void
  ) throws -> [String] {
    var run = RegisteredFixture()
    run.mapTables()
    configure(&run)
    _ = try run.plan(RegisteredFixture.manifest(registry: registry))
    return run.lines
  }

  private func version(_ change: (inout RegisteredVersion) -> Void) -> RegistryAnswer {
    .version(RegisteredFixture.version(change))
  }

  @Test("a version that carries the alias passes, also when it is pinned")
  func passes() throws {
    #expect(try lines { $0.options.requiredAlias = "champion" } == [])
    #expect(try lines(registry: "version: 7") { $0.options.requiredAlias = "champion" } == [])
    #expect(try lines { $0.options.requiredStage = "Production" } == [])
  }

  @Test("an alias is compared letter by letter")
  func otherAlias() throws {
    #expect(
      try lines { $0.options.requiredAlias = "Champion" } == [
        "5:12 error MLC304 version 7 of `revenue` does not carry the alias `Champion`, only "
          + "`champion`"
      ])
    #expect(
      try lines { run in
        run.options.requiredAlias = "champion"
        run.answer = version { $0.aliases = nil }
      } == [
        "5:12 error MLC304 version 7 of `revenue` does not carry the alias `champion`"
      ])
  }

  @Test("a registry without aliases or stages lets nothing through that asks for one")
  func withoutAliases() throws {
    let found = try lines { run in
      run.options.requiredAlias = "champion"
      run.options.requiredStage = "Production"
      run.answer = version { version in
        version.hasAliases = false
        version.hasStages = false
        version.stage = nil
      }
    }
    #expect(
      found == [
        "5:12 error MLC304 MLflow at http://mlflow:5000 knows no aliases, and "
          + "--require-alias champion asks for one",
        "5:12 error MLC305 MLflow at http://mlflow:5000 knows no stages, and "
          + "--require-stage Production asks for one",
      ])
  }

  @Test("an alias or stage that is nearly the version's own is asked about")
  func misspelt() throws {
    var run = RegisteredFixture()
    run.options.requiredAlias = "Champoin"
    run.options.requiredStage = "production"
    _ = try run.plan(RegisteredFixture.manifest("algorithm: XGBoost"))
    let gate = run.findings.items.filter { ["MLC304", "MLC305"].contains($0.code.rawValue) }
    #expect(
      gate.map(\.hint) == [
        "did you mean --require-alias champion?", "did you mean --require-stage Production?",
      ])
  }

  @Test("a version that nobody told of is refused, whatever is optional")
  func unanswered() throws {
    var diagnostics = DiagnosticList()
    var options = MergeOptions()
    options.requiredAlias = "champion"
    options.requiredStage = "Production"
    options.isRegistryOptional = true
    let text = RegisteredFixture.manifest("algorithm: A")
    let manifest = try SmallCatalog.desired(text)[0].manifest
    for answer in [nil, RegistryAnswer.failed(RegistryFailure(.unreachable, "no route"))] {
      diagnostics = DiagnosticList()
      let answers = answer.map { [0: $0] } ?? [:]
      _ = Merge.desiredModels(of: [manifest], answers, options, diagnostics: &diagnostics)
      let errors = diagnostics.items.filter { $0.severity == .error }
      #expect(!errors.isEmpty)
      #expect(errors.allSatisfy { DiagnosticCatalogue.isFixed($0.code) && $0.model != nil })
    }
    _ = Merge.desiredModels(of: [manifest], [:], options, diagnostics: &diagnostics)
    #expect(
      diagnostics.items.map(\.message).contains(
        "the registry did not say what the version carries, and --require-alias champion must "
          + "know it"))
  }

  @Test("a registry: that cannot be used is refused where it stands")
  func unusable() throws {
    var run = RegisteredFixture()
    run.options.requiredAlias = "champion"
    _ = try run.plan("name: churn\nalgorithm: A\nregistry: {mlflow: {alias: champion}}\n")
    let finding = run.findings.items.first { $0.code == .requiredAliasMissing }
    #expect(finding?.message.hasPrefix("what the file says under registry: cannot be used") == true)
    #expect(finding?.range?.start.line == 3)
  }

  @Test("another stage, or none, is refused")
  func otherStage() throws {
    #expect(
      try lines { $0.options.requiredStage = "Staging" } == [
        "5:12 error MLC305 version 7 of `revenue` is not in the stage `Staging`, but in "
          + "`Production`"
      ])
  }

  @Test("a model without a registry is refused where it is named")
  func unregistered() throws {
    var diagnostics = DiagnosticList()
    var options = MergeOptions()
    options.requiredAlias = "champion"
    let manifest = try SmallCatalog.desired("name: churn\nalgorithm: A\n")[0].manifest
    _ = Merge.desiredModels(of: [manifest], [:], options, diagnostics: &diagnostics)
    #expect(diagnostics.items.map(\.code) == [.requiredAliasMissing])
    #expect(diagnostics.items.first?.range?.start == Position(line: 1, column: 7))
    #expect(diagnostics.items.first?.model == "CustomMLService.churn")
  }
}

@Suite("A registry without an answer")
struct RegistryTroubleTests {
  @Test("what is not there is an error on the value that names it")
  func refusal() throws {
    var run = RegisteredFixture()
    run.answer = .refused(
      RegistryRefusal(.alias, "`revenue` has no alias `champion`", hint: "it has `challenger`"))
    let plan = try run.plan()
    #expect(run.lines == ["5:12 error MLC600 `revenue` has no alias `champion`"])
    #expect(plan.changes.isEmpty)
  }

  @Test(
    "a registry that fails is an error of its kind",
    arguments: [
      (RegistryFailure.Kind.unreachable, "MLC601"), (.gaveUp, "MLC602"), (.notPermitted, "MLC603"),
      (.misconfigured, "MLC604"),
    ])
  func failure(_ kind: RegistryFailure.Kind, _ code: String) throws {
    var run = RegisteredFixture()
    run.answer = .failed(RegistryFailure(kind, "it did not work"))
    _ = try run.plan()
    #expect(run.lines == ["4:12 error \(code) it did not work"])
  }

  @Test("a registry that is away is told with the way to go on without it, where there is one")
  func withoutRegistry() throws {
    let without = "`--registry optional` publishes without the registry"
    for (kind, hint, gate, told) in [
      (RegistryFailure.Kind.unreachable, "check it", nil, "check it; \(without)"),
      (.gaveUp, nil, nil, without), (.notPermitted, "check it", nil, "check it"),
      (.unreachable, "check it", "champion", "check it"),
    ] as [(RegistryFailure.Kind, String?, String?, String)] {
      var run = RegisteredFixture()
      run.options.requiredAlias = gate
      run.answer = .failed(RegistryFailure(kind, "it did not work", hint: hint))
      _ = try run.plan()
      #expect(run.findings.items.map(\.hint) == [told])
    }
  }

  @Test("optional excuses a registry that is away, never one that lets nobody in")
  func optional() throws {
    var run = RegisteredFixture()
    run.mapTables()
    try run.publish()
    run.options.isRegistryOptional = true
    run.answer = .failed(RegistryFailure(.unreachable, "no route"))
    let plan = try run.plan(RegisteredFixture.manifest("displayName: Churn"))
    #expect(plan.lines == [#"displayName: – → "Churn""#])
    #expect(plan.edges.filter { $0.action != .none }.isEmpty)
    #expect(run.lines == ["4:12 warning MLC605 published without the registry: no route"])
    run.answer = .failed(RegistryFailure(.notPermitted, "HTTP 401"))
    _ = try run.plan()
    #expect(run.lines == ["4:12 error MLC603 HTTP 401"])
    run.answer = .failed(RegistryFailure(.untrusted, "a link to another host"))
    _ = try run.plan()
    #expect(run.lines == ["4:12 error MLC601 a link to another host"])
  }

  @Test("a gate wants the registry, whatever is optional")
  func gate() throws {
    var run = RegisteredFixture()
    run.options.isRegistryOptional = true
    run.options.requiredAlias = "champion"
    run.answer = .failed(RegistryFailure(.unreachable, "no route"))
    _ = try run.plan()
    #expect(run.lines == ["4:12 error MLC601 no route"])
  }

  @Test("a new model whose algorithm only the registry may know waits for it")
  func newModel() throws {
    var run = RegisteredFixture()
    run.options.isRegistryOptional = true
    run.answer = .failed(RegistryFailure(.gaveUp, "HTTP 503"))
    _ = try run.plan()
    #expect(run.findings.items.map(\.code).sorted() == [.algorithmUnknown, .registryNotAsked])
    _ = try run.plan(RegisteredFixture.manifest("algorithm: XGBoost"))
    #expect(run.findings.items.map(\.code) == [.registryNotAsked])
  }
}
