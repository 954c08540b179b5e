import Diagnostics
import RegisteredModels
import Testing

@testable import Reconciler

@Suite("Secrets of the registry")
struct RegisteredSecretTests {
  private func fixture(
    _ change: (inout RegisteredVersion) -> Void
  ) throws -> (plan: ModelPlan, findings: [Diagnostic]) {
    var run = RegisteredFixture()
    run.mapTables()
    run.answer = .version(RegisteredFixture.version(change))
    let plan = try run.plan()
    return (plan, run.findings.items)
  }

  @Test("a parameter with a secret's name is left out, with a warning that names it")
  func parameter() throws {
    let (plan, findings) = try fixture { version in
      version.parameters.append(
        RegistryParameter(
          name: "db_password", value: Sourced("hunter2", from: "mlflow:runs:/r1#params.db_password")
        ))
    }
    #expect(!plan.lines.joined().contains("password"))
    #expect(plan.lines.contains { $0.contains("mlHyperParameters[eta]") })
    let finding = try #require(findings.first { $0.code == .registeredSecretLeftOut })
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("the parameter `db_password`"))
    #expect(!"\(findings)".contains("hunter2"))
  }

  @Test(
    "a text that holds a token is left out, and what the catalog has stays",
    arguments: [
      "clone with glpat-0123456789abcdefghij", "https://u:hunter2@h", "https://u:<redacted>@h",
    ])
  func text(_ text: String) throws {
    let (plan, findings) = try fixture { version in
      version.description = Sourced(text, from: "d")
    }
    #expect(!plan.lines.contains { $0.hasPrefix("description") })
    #expect(findings.map(\.code).contains(.registeredSecretLeftOut))
  }

  @Test("values that differ from the registry's are not told where their name is a secret's")
  func drift() throws {
    var run = RegisteredFixture()
    run.mapTables()
    run.answer = .version(
      RegisteredFixture.version { version in
        version.parameters = [
          RegistryParameter(name: "password", value: Sourced("hunter2", from: "o"))
        ]
      })
    _ = try run.plan(
      RegisteredFixture.manifest("mlHyperParameters: [{name: password, value: '${DB}'}]"))
    #expect(!run.findings.items.map(\.code).contains(.hyperParameterDrift))
    #expect(!"\(run.findings.items)".contains("hunter2"))
  }
}
