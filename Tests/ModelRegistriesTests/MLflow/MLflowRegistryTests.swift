import HTTPClient
import JSONDocuments
import MLflowAPI
import ModelRegistries
import RegisteredModels
import TestSupport
import Testing

@Suite("Answers of an MLflow registry", .timeLimit(.minutes(1)))
struct MLflowRegistryTests {
  private static let loggedModel = "m-0123456789abcdef0123456789abcdef"

  /// The routes that a server answers, by the beginning of their target; others are 404 pages.
  typealias Routes = [String: ScriptedStep]

  static let page = ScriptedStep.answer(
    404, headers: [("Content-Type", "text/html")],
    body: Array("<!doctype html><title>404 Not Found</title>".utf8))

  static let noRun = ScriptedStep.json(
    404, #"{"error_code":"RESOURCE_DOES_NOT_EXIST","message":"no run"}"#)

  func model(_ versions: String, aliases: String = "", name: String = "m") -> ScriptedStep {
    .json(
      200,
      """
      {"registered_model":{"name":"\(name)","latest_versions":[\(versions)],"aliases":[\(aliases)]}}
      """)
  }

  func version(
    _ number: Int, status: String = "READY", source: String = "s3://b/k", run: String = "",
    message: String = ""
  ) -> String {
    """
    {"name":"m","version":"\(number)","status":"\(status)","status_message":"\(message)",
     "source":"\(source)","run_id":"\(run)"}
    """
  }

  func ask(
    _ routes: Routes, _ selectors: [RegistrySelector] = [.latest],
    environment: [String: String] = [:], transport: (any HTTPTransport)? = nil,
    model: String = "m"
  ) async throws -> (answers: [RegistrySelector: RegistryAnswer], requests: [ScriptedRequest]) {
    let server = ScriptedServer { request in
      let target = request.target.drop(prefix: "/api/2.0/mlflow/")
      return [routes.first { target.hasPrefix($0.key) }?.value ?? Self.page]
    }
    defer { server.stop() }
    let connection = try MLflowSettings(
      environment: ["MLFLOW_TRACKING_URI": server.url].merging(environment) { $1 }
    ).connection()
    let registry = MLflowRegistry([connection], transport: transport ?? CurlTransport())
    let answers = await registry.answers(
      to: selectors.map {
        RegistryReference(address: connection.address, model: model, selector: $0)
      })
    let bySelector = Dictionary(
      uniqueKeysWithValues: answers.map { ($0.key.selector, $0.value) })
    return (bySelector, server.requests)
  }

  @Test("a server that ignores letter case is not believed to have the model that was asked for")
  func otherLetterCase() async throws {
    let alias = #"{"alias":"champion","version":"1"}"#
    let selectors: [RegistrySelector] = [.latest, .version("1"), .alias("champion")]
    let (answers, _) = try await ask(
      ["registered-models/get": model(version(1), aliases: alias, name: "M")], selectors)
    for selector in selectors {
      guard case .refused(let refusal)? = answers[selector] else {
        Issue.record("\(selector) was not refused")
        continue
      }
      #expect(refusal.subject == .model)
      #expect(refusal.hint?.contains("`M`") == true)
    }
  }

  @Test(
    "no request leaves the storage behind the server, wherever an artifact's address leads",
    arguments: ["mlflow-artifacts:/../../admin", "mlflow-artifacts://other.example/a/./../b"])
  func artifactOutsideOfStorage(address: String) async throws {
    let failure = ScriptedStep.answer(500, headers: [("Content-Type", "text/html")], body: [])
    let (answers, requests) = try await ask([
      "registered-models/get": model(version(1)), "/model-versions/get-artifact": failure,
      "model-versions/get-download-uri": .json(200, #"{"artifact_uri":"\(address)"}"#),
    ])
    #expect(requests.contains { $0.target.contains("get-download-uri") })
    #expect(!requests.contains { $0.target.contains("mlflow-artifacts") })
    guard case .version? = answers[.latest] else {
      Issue.record("there is no version")
      return
    }
  }

  @Test("a bearer token goes with every request")
  func bearer() async throws {
    let (_, requests) = try await ask(
      ["registered-models/get": model(version(1, run: "r")), "runs/get": Self.noRun],
      environment: ["MLFLOW_TRACKING_TOKEN": "t0ken-of-ours"])
    #expect(requests.count > 2)
    #expect(requests.allSatisfy { $0.headers["Authorization"] == "Bearer t0ken-of-ours" })
  }

  @Test(
    "what a server says instead of an answer decides how the run ends",
    arguments: [
      (401, "text/html", "<html>", RegistryFailure.Kind.notPermitted),
      (403, "text/html", "Permission denied", .notPermitted),
      (200, "text/html", "<html><title>Sign in</title>", .notPermitted),
      (302, "text/plain", "", .notPermitted),
      (404, "text/html", "<html>", .unreachable), (500, "text/html", "<html>", .unreachable),
      (404, "application/json", #"{"detail":"Not Found"}"#, .unreachable),
      (500, "application/json", #"{"error_code":"INTERNAL_ERROR","message":"x"}"#, .unreachable),
      (200, "application/json", "[]", .unreachable),
      (200, "application/json", #"{"registered_model":{"name":1}}"#, .unreachable),
      (429, "text/plain", "", .gaveUp), (502, "text/html", "<html>", .gaveUp),
      (503, "application/json", "{}", .gaveUp),
    ])
  func failures(
    status: Int, type: String, body: String, kind: RegistryFailure.Kind
  ) async throws {
    let headers = [("Content-Type", type), ("Location", "https://login.example/")]
    let (answers, requests) = try await ask(
      ["registered-models/get": .answer(status, headers: headers, body: Array(body.utf8))],
      environment: ["MLFLOW_TRACKING_TOKEN": "t0ken-of-ours"])
    guard case .failed(let failure) = answers[.latest] else {
      Issue.record("expected a failure, got \(answers)")
      return
    }
    #expect(failure.kind == kind, "\(failure)")
    #expect(failure.message.hasPrefix("MLflow at http://127.0.0.1:"))
    #expect(requests.count == 1, "nothing else is asked for")
  }

  @Test("a server that is not there is unreachable")
  func unreachable() async throws {
    let connection = try MLflowSettings(
      environment: ["MLFLOW_TRACKING_URI": "http://ann:s3cret-one@127.0.0.1:1"]
    ).connection()
    let registry = MLflowRegistry([connection], transport: CurlTransport())
    let reference = RegistryReference(
      address: connection.address, model: "m", selector: .latest)
    guard case .failed(let failure) = await registry.answers(to: [reference])[reference] else {
      Issue.record("expected a failure")
      return
    }
    #expect(failure.kind == .unreachable)
    #expect(failure.message.contains("connection refused"))
    #expect(failure.hint?.contains("MLFLOW_TRACKING_URI") == true, "\(failure)")
    #expect(!"\(failure)".contains("s3cret"))
  }

  @Test("several references to one model ask for nothing twice")
  func once() async throws {
    let alias = #"{"alias":"champion","version":"2"},{"alias":"best","version":"2"}"#
    let (answers, requests) = try await ask(
      [
        "registered-models/get": model(version(2, run: "r"), aliases: alias),
        "runs/get": Self.noRun,
      ],
      [.latest, .alias("champion"), .version("2")])
    #expect(answers.count == 3)
    for answer in answers.values {
      guard case .version(let version) = answer else {
        Issue.record("expected a version, got \(answer)")
        continue
      }
      #expect(version.aliases?.value == ["best", "champion"])
    }
    #expect(Set(requests.map(\.target)).count == requests.count)
  }

  @Test(
    "versions that are not ready are found, and passed over by latest",
    arguments: [
      ("PENDING_REGISTRATION", RegistrationStatus.pending),
      ("FAILED_REGISTRATION", .failed("no space")), ("ODD", .failed("no space")),
    ])
  func notReady(status: String, expected: RegistrationStatus) async throws {
    let newest = version(3, status: status, message: "no space")
    let page = #"{"model_versions":[\#(newest),\#(version(2)),\#(version(1))]}"#
    let (answers, requests) = try await ask(
      [
        "registered-models/get": model(newest),
        "model-versions/search": .json(200, page),
      ], [.latest, .version("3")])
    guard case .version(let latest) = answers[.latest],
      case .version(let third) = answers[.version("3")]
    else {
      Issue.record("expected versions, got \(answers)")
      return
    }
    #expect(latest.version == "2")
    #expect(third.status == expected)
    #expect(requests.filter { $0.target.contains("model-versions/search") }.count == 1)
  }

  @Test("what was registered from a run is asked for at the run, then where the server keeps it")
  func runSource() async throws {
    let source = version(1, source: "runs:/r/a/model", run: "r")
    let file = ScriptedStep.answer(200, body: Array("flavors: {sklearn: {}}".utf8))
    let (first, requests) = try await ask([
      "registered-models/get": model(source), "runs/get": Self.noRun,
      "/get-artifact?run_id=r&path=a%2Fmodel": file,
    ])
    guard case .version(let found) = first[.latest] else {
      Issue.record("expected a version, got \(first)")
      return
    }
    #expect(found.algorithm?.value == "sklearn")
    #expect(!requests.contains { $0.target.contains("model-versions/get-artifact") })
    let (second, others) = try await ask([
      "registered-models/get": model(source), "runs/get": Self.noRun,
      "model-versions/get-download-uri": .json(
        200, #"{"artifact_uri":"mlflow-artifacts://evil.example/1/r/artifacts/a/model"}"#),
      "/api/2.0/mlflow-artifacts/artifacts/1/r/artifacts/a/model/MLmodel": file,
    ])
    guard case .version(let other) = second[.latest] else {
      Issue.record("expected a version, got \(second)")
      return
    }
    #expect(other.algorithm?.value == "sklearn")
    #expect(other.storage?.value == "mlflow-artifacts://evil.example/1/r/artifacts/a/model")
    #expect(others.count <= 6)
  }

  @Test("a place with a password or a signature is published without it")
  func secretStorage() async throws {
    let source = "https://me:word@account.blob.core.windows.net/c/m?sig=abcdef"
    let (answers, _) = try await ask(["registered-models/get": model(version(1, source: source))])
    guard case .version(let found) = answers[.latest] else {
      Issue.record("expected a version, got \(answers)")
      return
    }
    #expect(found.storage?.value == "https://account.blob.core.windows.net/c/m")
  }

  @Test("a file that nobody hands out costs no more than six requests in all")
  func budget() async throws {
    let older = version(1, source: "models:/\(Self.loggedModel)", run: "gone")
    let (answers, requests) = try await ask(
      [
        "registered-models/get": model(version(2)),
        "model-versions/get?": .json(200, #"{"model_version":\#(older)}"#),
        "runs/get": Self.noRun,
        "model-versions/get-download-uri": .json(
          200, #"{"artifact_uri":"mlflow-artifacts:/1/models/m"}"#),
      ], [.version("1")])
    guard case .version(let found) = answers[.version("1")] else {
      Issue.record("expected a version, got \(answers)")
      return
    }
    #expect(found.storage?.value == "mlflow-artifacts:/1/models/m")
    #expect(requests.count <= 6, "\(requests.map(\.target))")
  }

  @Test("a logged model tells what a run that is gone does not, within six requests")
  func loggedModel() async throws {
    let id = Self.loggedModel
    let logged = """
      {"model":{"info":{"model_id":"\(id)","experiment_id":"7","artifact_uri":"s3://b/\(id)",
       "tags":[{"key":"mlflow.note.content","value":"A note."},{"key":"team","value":"ml"}]},
       "data":{"params":[{"key":"eta","value":"0.2"}]}}}
      """
    let (answers, requests) = try await ask([
      "registered-models/get": model(version(1, source: "models:/\(id)", run: "gone")),
      "runs/get": Self.noRun,
      "logged-models/\(id)": .json(200, logged),
    ])
    guard case .version(let found) = answers[.latest] else {
      Issue.record("expected a version, got \(answers)")
      return
    }
    #expect(found.description?.value == "A note.")
    #expect(found.description?.origin == "mlflow:models:/\(id)#tags.mlflow.note.content")
    #expect(found.parameters.map(\.name) == ["eta"])
    #expect(found.storage?.value == "s3://b/\(id)")
    #expect(found.gaps.map(\.subject) == [.signature, .run])
    #expect(found.tags.map(\.key) == ["team"])
    #expect(requests.count <= 6, "\(requests.map(\.target))")
  }

  @Test("an experiment is asked for its note only when nothing else describes the model")
  func experimentNote() async throws {
    func run(_ tags: String) -> ScriptedStep {
      .json(
        200,
        #"{"run":{"info":{"run_id":"r","experiment_id":"7"},"data":{"tags":[\#(tags)]}}}"#)
    }
    let note = #"{"key":"mlflow.note.content","value":"A note."}"#
    for (tags, asks) in [(note, false), ("", true)] {
      let (_, requests) = try await ask([
        "registered-models/get": model(version(1, run: "r")), "runs/get": run(tags),
      ])
      #expect(requests.contains { $0.target.contains("experiments/get") } == asks)
    }
  }

  @Test("a server that knows us no more, or is gone, is not taken for a missing file")
  func lostOnTheWay() async throws {
    for (step, kind) in [
      (ScriptedStep.answer(401), RegistryFailure.Kind.notPermitted), (.reset, .unreachable),
      (.answer(429), .gaveUp),
    ] {
      let (answers, _) = try await ask([
        "registered-models/get": model(version(1)), "/model-versions/get-artifact": step,
      ])
      guard case .failed(let failure) = answers[.latest] else {
        Issue.record("expected a failure, got \(answers)")
        continue
      }
      #expect(failure.kind == kind)
    }
  }

  @Test("Unity Catalog has no stages, and tells its versions by search")
  func unityCatalog() async throws {
    let page = #"{"model_versions":[\#(version(1)),\#(version(12)),\#(version(2))]}"#
    let server = ScriptedServer { request in
      let target = request.target.drop(prefix: "/api/2.0/mlflow/unity-catalog/")
      if target.hasPrefix("registered-models/get") {
        return [.json(200, #"{"registered_model":{"name":"m"}}"#)]
      }
      return [target.hasPrefix("model-versions/search") ? .json(200, page) : Self.page]
    }
    defer { server.stop() }
    let connection = try MLflowSettings(
      environment: [
        "MLFLOW_TRACKING_URI": "databricks", "MLFLOW_REGISTRY_URI": "databricks-uc",
        "DATABRICKS_HOST": server.url, "DATABRICKS_TOKEN": "dapi-1",
      ]
    ).connection()
    let registry = MLflowRegistry([connection], transport: CurlTransport())
    let latest = RegistryReference(address: connection.address, model: "m", selector: .latest)
    let stage = RegistryReference(
      address: connection.address, model: "m", selector: .stage("Production"))
    let answers = await registry.answers(to: [latest, stage])
    guard case .version(let found) = answers[latest] else {
      Issue.record("expected a version, got \(answers)")
      return
    }
    #expect(found.version == "12")
    #expect(!found.hasStages && found.hasAliases)
    #expect(found.sourceUrl?.value == "\(server.url)/explore/data/models/m")
    guard case .refused(let refusal) = answers[stage] else {
      Issue.record("expected a refusal, got \(answers)")
      return
    }
    #expect(refusal.subject == .stage)
  }
}

extension String {
  fileprivate func drop(prefix: String) -> Substring {
    hasPrefix(prefix) ? dropFirst(prefix.count) : self[...]
  }
}
