import Diagnostics
import JSONDocuments
import ModelManifests
import Testing

@testable import Reconciler

@Suite("Secrets of the catalog in what is said of it")
struct ShownValueTests {
  private func shown(_ path: String, _ value: JSON) throws -> JSON? {
    try FieldPath(parsing: path).shown(value)
  }

  @Test("a value under a secret's name is hidden as a whole, other values where they hold one")
  func values() throws {
    #expect(try shown("mlHyperParameters[password].value", "a") == "<redacted>")
    #expect(try shown("mlHyperParameters[password].description", "a") == "a")
    #expect(try shown("extension.clientSecret", 4711) == "<redacted>")
    #expect(
      try shown("extension.login", ["user": "jane", "password": "a"])
        == ["user": "jane", "password": "<redacted>"])
    #expect(
      try shown("mlStore.storage", "https://u:a@h/m") == "https://u:<redacted>@h/m")
    #expect(try shown("mlFeatures[password].description", "how old") == "how old")
    #expect(try shown("tags[PII.None]", "PII.None") == "PII.None")
  }

  @Test("the plan shows no secret of catalog or file, and writes what the file says")
  func plan() throws {
    var catalog = SmallCatalog()
    let parameter = "mlHyperParameters: [{name: password, value: '${OLD}'}]"
    try catalog.publish(Manifest(extra: parameter).yaml)
    catalog.edit(by: "jane") { model in
      model["mlHyperParameters"] = [["name": "password", "value": "hunter2"]]
      model["description"] = "see https://u:hunter2@h"
    }
    let desired = try SmallCatalog.desired(
      Manifest(description: "D9", extra: parameter.replacing("OLD", with: "NEW")).yaml)
    var findings = DiagnosticList()
    let plans = Planner.plan(
      desired, try catalog.snapshot(for: desired), PlanOptions(), diagnostics: &findings)
    let messages = findings.items.map(\.message)
    #expect(messages.contains { $0.contains("description") && $0.contains("<redacted>") })
    #expect(messages.contains { $0.contains("password") && $0.contains("<redacted>") })
    #expect(!messages.joined().contains("hunter2"))
    var plan = try #require(plans.models.first)
    guard case .patch(let patch) = plan.write else {
      Issue.record("nothing is written")
      return
    }
    plan.hideSecrets()
    #expect(!"\(plan.changes) \(plan.kept) \(plan.conflicts)".contains("hunter2"))
    #expect(!plan.conflicts.isEmpty)
    #expect(plan.write == .patch(patch))
    #expect("\(patch.operations)".contains("${NEW}"))
  }
}
