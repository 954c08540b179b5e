import Foundation
import JSONDocuments
import TestSupport
import Testing

/// `scripts/playground` in folders of its own.
///
/// The stack of containers cannot run here: a stand-in
/// for `docker` records what it is called with, and the embedded catalog stands in for
/// OpenMetadata. What is tested is the script and its steps, not the stack.
@Suite("The playground's script", .timeLimit(.minutes(5)))
struct PlaygroundScriptTests {
  @Test("refuses a playground that it does not know, and starts nothing")
  func unknownPlayground() async throws {
    let playground = try PlaygroundFolder()
    for command in ["run", "stop", "clean", "check"] {
      let run = try await playground.script(command, playground: "kubernetes")
      #expect(run.status == 64)
      #expect(
        run.errors == """
          playground: there is no playground 'kubernetes'
          playground: PLAYGROUND is 'embedded' (the default, needs no Docker) or 'docker'

          """)
    }
    #expect(!playground.hasState)
  }

  @Test("says what is missing for containers, and how to do without them, and starts nothing")
  func withoutEngine() async throws {
    let cases = [
      ("exit 1", "this 'docker' has no 'compose'"),
      ("echo 2.3.3", "'docker compose' is version 2.3.3, 2.20 or later is needed"),
      (
        "[ \"$1\" = compose ] && echo v2.40.3 || { echo 'Cannot connect to it.' >&2; exit 1; }",
        "no Docker engine answers: Cannot connect to it."
      ),
    ]
    for (docker, message) in cases {
      let playground = try PlaygroundFolder()
      try playground.write(docker: docker)
      for command in ["run", "stop", "clean", "check"] {
        let run = try await playground.script(command, playground: "docker")
        #expect(run.status == 69, "\(command): \(run.errors)")
        #expect(run.errors.hasPrefix("playground: \(message)\n"), "\(run.errors)")
        #expect(run.errors.hasSuffix("the embedded catalog needs no Docker\n"))
        #expect(!playground.hasState)
      }
    }
  }

  @Test("without a 'docker' at all, says where to get one")
  func withoutDocker() async throws {
    let playground = try PlaygroundFolder()
    try playground.writeTools(["bash", "dirname"])
    let run = try await playground.script("run", playground: "docker", path: playground.tools)
    #expect(run.status == 69)
    #expect(run.errors.hasPrefix("playground: no 'docker' found on PATH\n"), "\(run.errors)")
  }

  @Test("publishes into the stack by the same steps, goes on with it, stops and removes it")
  func steps() async throws {
    let catalog = try await RunningCatalog()
    let playground = try PlaygroundFolder()
    try await SampleDatabase.during { database in
      try playground.write(
        docker: playground.stack(
          catalog: catalog.baseURL.replacing("http://", with: ""), database: database))
      let first = try await playground.script("run", playground: "docker")
      try #require(first.status == 0, "\(first.output)\(first.errors)")
      #expect(first.output.contains("token of the bot 'mlcatalog-publisher'"))
      #expect(first.output.contains("are in 'demo_pg'"))
      #expect(first.output.contains("Checked, nothing written: 1 to create."))
      #expect(first.output.contains("Published and read back: 1 created."))
      #expect(first.output.contains("Nothing to do: 1 unchanged."))
      #expect(first.output.contains("last_update -> last_update_bucket"))
      #expect(first.output.contains("make stop PLAYGROUND=docker"))

      let second = try await playground.script("run", playground: "docker")
      try #require(second.status == 0, "\(second.output)\(second.errors)")
      #expect(second.output.contains("Checked, nothing written: 1 unchanged."))
    }
    #expect(try await playground.script("stop", playground: "docker").output == "stopped\n")
    #expect(
      try await playground.script("stop", playground: "docker").output == "nothing is running\n")
    #expect(try await playground.script("clean", playground: "docker").output == "removed\n")
    #expect(!playground.hasState)
    let calls = try playground.calls()
    #expect(
      calls.filter { $0.hasPrefix("up ") }
        == Array(
          repeating: "up --detach --wait --wait-timeout 1200", count: 2))
    #expect(calls.filter { $0 == "stop" }.count == 1)
    #expect(calls.last == "--profile * down --volumes --remove-orphans")
  }

  @Test(
    "trains a model, registers it, and publishes it with its version, metrics and parameters",
    .enabled(if: PythonEnvironment.mlflow3 != nil, "run make setup first"))
  func registeredModel() async throws {
    let playground = try PlaygroundFolder()
    let run = try await playground.script("run", playground: "embedded")
    let model = try? await playground.model("CustomMLService.Delivery%20Times", run.output)
    #expect(try await playground.script("clean", playground: "embedded").output == "removed\n")
    try #require(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("registered as mlflow:models:/delivery-times/1 (champion)"))
    let published = try #require(model)
    #expect(published["algorithm"] == "RidgeRegression")
    let parameters = published["mlHyperParameters"]?.array ?? []
    #expect(parameters.map { $0["name"] } == ["regularisation"])
    let properties = published["extension"]
    #expect(properties?["mlModelVersion"] == "1")
    #expect(properties?["mlAliases"] == #"["champion"]"#)
    #expect(properties?["mlMetrics"]?.string?.contains("\"mae_minutes\":") == true)
  }

  @Test("stops the containers that it started when they do not become healthy")
  func unhealthy() async throws {
    let playground = try PlaygroundFolder()
    try playground.write(docker: playground.stack(catalog: "", database: "", isHealthy: false))
    let run = try await playground.script("run", playground: "docker")
    #expect(run.status == 1)
    #expect(run.errors.contains("playground: the containers did not become healthy"))
    #expect(run.errors.contains("set-up did not finish, stopping its servers"))
    #expect(try playground.calls().last == "stop")
  }
}
