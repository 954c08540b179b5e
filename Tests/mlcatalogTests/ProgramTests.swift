import Arguments
import Diagnostics
import ModelManifests
import Publishing
import Reconciler
import Reporting
import Testing

@testable import mlcatalog

@Suite("The command line of mlcatalog")
struct ProgramTests {
  private func request(_ arguments: String...) throws -> PublishRequest {
    guard case .command(let parsed) = try Program.table.parse(["publish"] + arguments) else {
      throw UsageError("no command")
    }
    return try PublishRequest(parsed, [:])
  }

  @Test("every option of publish reaches the run")
  func options() throws {
    let request = try request(
      "a.yaml", "b", "--check", "--format", "json", "--output", "text=r.txt", "--output",
      "json=r.json", "--fail-on", "warning", "--all-or-nothing", "--detailed-exitcode",
      "--force", "description", "--force", "mlFeatures[*].description", "--allow-prune",
      "--restore", "--set", "target=a", "--set", "churn:target=b", "--require-alias", "champion",
      "--require-stage", "Production", "--registry", "optional", "--env", "prod",
      "--concurrency", "3", "--timeout", "9", "--config", "c.yaml", "--host", "http://h",
      "--allow-plain-http", "--color", "always", "-vv")
    #expect(request.paths == ["a.yaml", "b"])
    #expect(request.options.mode == .check)
    #expect(request.options.failOn == .warning)
    #expect(request.options.isAllOrNothing && request.options.hasDetailedExitCode)
    #expect(request.options.plan.force.count == 2 && request.options.plan.allowsPrune)
    #expect(request.options.plan.restoresDeleted)
    #expect(request.project.connection.concurrency == 3 && request.options.concurrency == 3)
    #expect(request.project.connection.host == "http://h")
    #expect(request.project.connection.allowsPlainHTTP)
    #expect(request.overrides.items.map(\.value.value) == ["a", "b"])
    #expect(request.options.requiredAlias == "champion")
    #expect(request.options.requiredStage == "Production")
    #expect(request.options.isRegistryOptional && request.project.environmentName == "prod")
    #expect(request.project.timeout == .seconds(9))
    #expect(request.project.configPath == "c.yaml")
    #expect(request.targets.map(\.path) == ["r.txt", "r.json"])
    #expect(request.color == .always)
    #expect(request.detail == .verbose && request.logsRequests)
    #expect(try request.format([:]) == .json)
  }

  @Test("without options a run publishes, reports text, and fails on errors")
  func defaults() throws {
    let request = try request()
    #expect(request.options.mode == .publish)
    #expect(request.options.failOn == .error)
    #expect(request.detail == .usual && !request.logsRequests)
    #expect(request.options.requiredAlias == nil && request.options.requiredStage == nil)
    #expect(!request.options.isRegistryOptional && request.project.environmentName == nil)
    #expect(try request.format([:]) == .text)
    #expect(try request.format(["MLCATALOG_FORMAT": "json"]) == .json)
    #expect(throws: SettingsError.self) { try request.format(["MLCATALOG_FORMAT": "xml"]) }
  }

  @Test(
    "an option of another version, or a value that cannot be, is a usage error",
    arguments: [
      ["--offline"], ["--plan-out", "p"], ["--set", "a=b"],
      ["--set", "target"], ["--require-alias", ""], ["--registry", "maybe"],
      ["--chekc"], ["--format", "yaml"], ["--output", "json"], ["--output", "xml=a"],
      ["--output", "json="], ["--output", "github=a"],
      ["--output", "json=a", "--output", "sarif=./a"], ["--fail-on", "fatal"],
      ["--concurrency", "0"], ["--timeout", "0"],
      ["--force", "nosuchfield"], ["--force", "mlFeatures["], ["-q", "-v"],
      ["--detailed-exitcode"], ["--fix"], ["--check", "--diff"],
      ["--check", "--fix", "--diff", "--format", "json"],
    ])
  func usageErrors(_ arguments: [String]) throws {
    #expect(throws: UsageError.self) {
      guard case .command(let parsed) = try Program.table.parse(["publish"] + arguments) else {
        return
      }
      _ = try PublishRequest(parsed, [:])
    }
  }

  @Test("files are mended in a check, and shown or written")
  func fixing() throws {
    #expect(try request("--check", "--fix").options.isFixing)
    #expect(try !request("--check", "--fix").showsDifference)
    #expect(try request("--check", "--fix", "--diff").showsDifference)
    #expect(try !request("--check").options.isFixing)
  }

  @Test("a misspelt field of --force names the one that was meant")
  func forcedField() throws {
    #expect {
      try request("--force", "descripton")
    } throws: { error in
      let error = error as? UsageError
      return error?.message == "--force: there is no field `descripton`"
        && error?.hint == "did you mean `description`?"
    }
  }

  @Test("a misspelt option names the one that was meant")
  func suggestion() throws {
    #expect {
      try Program.table.parse(["publish", "--chekc"])
    } throws: { error in
      (error as? UsageError)?.hint == "did you mean '--check'?"
    }
  }

  @Test("a token is never an option")
  func noTokenOption() {
    #expect(!PublishCommand.command.options.contains { $0.long.contains("token") })
  }
}
