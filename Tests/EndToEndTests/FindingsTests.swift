import Diagnostics
import JSONDocuments
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite("Findings of a whole run", .timeLimit(.minutes(10)))
struct FindingsTests {
  private let catalog: SampleCatalog
  private let project: Project

  init() async throws {
    catalog = try await SampleCatalog()
    project = try Project(
      Project.manifest.replacing("- name: last_update\n", with: "- name: orders\n"))
  }

  @Test("the demo's wrong column is a warning at its place that suggests last_update")
  func wrongColumn() async throws {
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .success, "\(result.told)")
    let finding = try #require(result.diagnostics.first)
    #expect(finding.severity == .warning)
    #expect(finding.range?.start == Position(line: 12, column: 15))
    #expect(finding.range?.end == Position(line: 12, column: 21))
    #expect(finding.hint?.contains("last_update") == true)
    #expect(result.diagnostics.count == 1, "\(result.told)")
  }

  @Test(
    "a tag that is not there is told the one that was meant",
    arguments: [("PII.Sensitve", "PII.Sensitive"), ("PPI.None", "PII.None")])
  func misspeltTag(_ tag: String, _ meant: String) async throws {
    try project.replace("target:", with: "tags: [\(tag)]\ntarget:")
    let result = try await catalog.check(project)
    let finding = try #require(result.diagnostics.first { $0.code == .labelNotFound })
    #expect(finding.hint == "did you mean `\(meant)`?")
  }

  @Test(
    "a table whose service, database or schema is misspelt is told what was meant, in few requests",
    arguments: ["demo_pq.postgres.public", "demo_pg.postgre.public", "demo_pg.postgres.publik"],
    ["1.5.10", "2.0.1"])
  func misspeltSchema(_ schema: String, _ version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    let project = try Project(Project.manifest.replacing(SampleCatalog.schema, with: schema))
    let result = try await catalog.check(project)
    let findings = result.diagnostics.filter { $0.code == .tableNotFound }
    #expect(
      Set(findings.map(\.hint)) == [
        "did you mean `demo_pg.postgres.public.orders`?",
        "did you mean `demo_pg.postgres.public.restaurants`?",
        "did you mean `demo_pg.postgres.public.users`?",
      ], "\(result.told)")
    // The version, three tables, the model, the services; then once for all of the schema: its
    // tables, the services, databases and schemas, and the tables that were meant.
    #expect(result.requests.total <= 11)
  }

  @Test("a glossary term among the tags is told where it belongs")
  func confusedLabel() async throws {
    try await catalog.addEntities()
    try project.replace(
      "target:", with: "tags: [Business.Revenue]\nglossaryTerms: [PII.None]\ntarget:")
    let result = try await catalog.check(project)
    let hints = result.diagnostics.compactMap(\.hint)
    #expect(hints.contains { $0.contains("`glossaryTerms`") }, "\(hints)")
    #expect(hints.contains { $0.contains("`tags`") }, "\(hints)")
  }

  @Test(
    "a draft of a glossary is noted, and set all the same", arguments: ["1.5.10", "2.0.1"])
  func draft(_ version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    let admin = try await catalog.catalog.require("GET", "users/name/admin")["id"] ?? .null
    try await catalog.catalog.require(
      "PUT", "glossaries",
      [
        "name": "Reviewed", "description": "d", "reviewers": [["id": admin, "type": "user"]],
      ])
    let term = try await catalog.catalog.require(
      "PUT", "glossaryTerms",
      [
        "name": "Churn", "glossary": "Reviewed", "description": "d",
        "reviewers": [["id": admin, "type": "user"]],
      ])
    try #require((term["status"] ?? term["entityStatus"]) == "Draft", "\(term.text())")
    let project = try Project()
    try project.replace("target:", with: "glossaryTerms: [Reviewed.Churn]\ntarget:")
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .success, "\(result.told)")
    #expect(result.diagnostics.map(\.code) == [.termNotApproved])
  }

  @Test(
    "a table whose name OpenMetadata cannot have is found under the name that it is kept by",
    arguments: ["1.5.10", "2.0.1"])
  func reservedCharacters(_ version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    try await catalog.add(
      "a__reserved__arrow__b__reserved__quote__c__reserved__colon__d", [("x", "INT")])
    let project = try Project(
      """
      name: Odd
      algorithm: A
      mlFeatures:
        - name: f
          dataType: numerical
          featureSources:
            - {name: x, dataSourceFqn: 'demo_pg.postgres.public."a>b""c::d"'}

      """)
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .success, "\(result.told)")
    #expect(result.references.resolved == 1)
    #expect(result.models[0].plan?.edges.count == 1)
    #expect(try await catalog.publish(project).requests.writes == 0)
  }

  @Test("a severity raised by the project config blocks the model, and nothing is written")
  func raisedSeverity() async throws {
    let code = try #require(try await catalog.check(project).diagnostics.first).code
    try project.write("severity:\n  \(code.rawValue): error\n", to: "mlcatalog.yaml")
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .findings, "\(result.told)")
    #expect(result.models.map(\.action) == [.blocked])
    #expect(result.requests.writes == 0)
    #expect(try await catalog.modelStatus() == 404)
  }

  @Test("a severity switched off is not told")
  func switchedOff() async throws {
    let code = try #require(try await catalog.check(project).diagnostics.first).code
    try project.write("severity:\n  \(code.rawValue): off\n", to: "mlcatalog.yaml")
    #expect(try await catalog.check(project).diagnostics.isEmpty)
  }

  @Test("--fail-on warning blocks what a warning is about; never blocks errors all the same")
  func thresholds() async throws {
    let strict = try await catalog.publish(project) { $0.failOn = .warning }
    #expect(strict.outcome.status == .findings, "\(strict.told)")
    #expect(strict.requests.writes == 0)

    try project.replace("public.users", with: "public.nobody")
    let lenient = try await catalog.publish(project) { $0.failOn = .never }
    #expect(lenient.models.map(\.action) == [.blocked])
    #expect(lenient.outcome.status == .success, "\(lenient.told)")
    #expect(lenient.requests.writes == 0)
  }

  @Test("--detailed-exitcode counts no change of a model that would not be written")
  func detailedExitCode() async throws {
    let changed = try await catalog.check(project) { $0.hasDetailedExitCode = true }
    #expect(changed.outcome.status == .changes, "\(changed.told)")
    try project.replace("public.users", with: "public.nobody")
    let blocked = try await catalog.check(project) {
      $0.hasDetailedExitCode = true
      $0.failOn = .never
    }
    #expect(blocked.models.map(\.action) == [.blocked])
    #expect(blocked.outcome.status == .success, "\(blocked.told)")
  }

  @Test("a suppressed finding blocks nothing, and is still in the result")
  func suppressed() async throws {
    let code = try #require(try await catalog.check(project).diagnostics.first).code
    try project.replace(
      "algorithm: XGBoost",
      with: """
        suppress:
          - code: \(code.rawValue)
            reason: the column comes with the next release
        algorithm: XGBoost
        """)
    let result = try await catalog.publish(project) { $0.failOn = .warning }
    #expect(result.outcome.status == .success, "\(result.told)")
    #expect(result.diagnostics.map(\.suppressed) == [true])
  }

  @Test(
    "a table that does not exist is an error on its name, with a suggestion; nothing is written")
  func missingTable() async throws {
    try project.write(Project.manifest.replacing("public.orders", with: "public.order"))
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .findings, "\(result.told)")
    let finding = try #require(result.diagnostics.first)
    #expect(finding.range?.start == Position(line: 14, column: 24))
    #expect(finding.hint?.contains("demo_pg.postgres.public.orders") == true)
    #expect(result.references.unresolved == 1)
    #expect(result.requests.writes == 0)
    #expect(try await catalog.modelStatus() == 404)
  }

  @Test("of a file that is no YAML nothing is published, not even what stands before the error")
  func syntaxError() async throws {
    try project.write(Project.manifest + "---\nname: 'open\n")
    let checked = try await catalog.check(project)
    #expect(checked.outcome.status == .unreadableInput, "\(checked.told)")
    let result = try await catalog.publish(project)
    #expect(result.outcome.status == .unreadableInput, "\(result.told)")
    #expect(result.models.isEmpty)
    #expect(result.requests.writes == 0)
    #expect(try await catalog.modelStatus() == 404)
  }
}
