import RegisteredModels
import TestSupport
import Testing

/// What is said of passwords, and of what is not there.
extension MLflowRegistryTests {
  @Test(
    "a server with a password says whether none, another or a wrong one was sent",
    arguments: [
      (
        [:], "asks for a user name and a password",
        "set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD"
      ),
      (
        ["MLFLOW_TRACKING_USERNAME": "ann"], "asks for a user name and a password",
        "set MLFLOW_TRACKING_PASSWORD too: user name and password count together"
      ),
      (
        ["MLFLOW_TRACKING_PASSWORD": "s3cret-one"], "asks for a user name and a password",
        "set MLFLOW_TRACKING_USERNAME too: user name and password count together"
      ),
      (
        ["MLFLOW_TRACKING_TOKEN": "s3cret-one"],
        "asks for a user name and a password, and does not take the token of MLFLOW_TRACKING_TOKEN",
        "set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD"
      ),
      (
        ["MLFLOW_TRACKING_USERNAME": "ann", "MLFLOW_TRACKING_PASSWORD": "s3cret-one"],
        "refused the user name and password of MLFLOW_TRACKING_USERNAME and"
          + " MLFLOW_TRACKING_PASSWORD",
        "correct them in MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD"
      ),
    ] as [([String: String], String, String)])
  func password(environment: [String: String], said: String, hint: String) async throws {
    let headers = [("Content-Type", "text/html"), ("WWW-Authenticate", "Basic realm=\"mlflow\"")]
    let (answers, _) = try await ask(
      ["registered-models/get": .answer(401, headers: headers, body: Array("No.".utf8))],
      environment: environment)
    guard case .failed(let failure) = answers[.latest] else {
      Issue.record("expected a failure, got \(answers)")
      return
    }
    #expect(failure.kind == .notPermitted)
    #expect(failure.message.hasPrefix("MLflow at http://127.0.0.1:"))
    #expect(failure.message.hasSuffix(said), "\(failure.message)")
    #expect(failure.hint == hint)
  }

  @Test(
    "a model that is not there is told where it was looked for, and what is there",
    arguments: [
      (["n", "revenue", "a", "b", "c", "d"], "did you mean `revenue`?"),
      (["churn", "rating"], "it has `churn`, `rating`"),
      ([], "check the name, and that MLFLOW_TRACKING_URI names the right server"),
      (
        ["aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff"],
        "check the name, and that MLFLOW_TRACKING_URI names the right server"
      ),
    ])
  func missingModel(names: [String], hint: String) async throws {
    let models = names.map { #"{"name":"\#($0)"}"# }.joined(separator: ",")
    let (answers, requests) = try await ask(
      [
        "registered-models/get": Self.noRun,
        "registered-models/search": .json(
          200, #"{"registered_models":[\#(models)],"next_page_token":"t"}"#),
      ], [.latest, .alias("a")], model: "revenu")
    for answer in [answers[.latest], answers[.alias("a")]] {
      guard case .refused(let refusal) = answer else {
        Issue.record("expected a refusal, got \(answers)")
        continue
      }
      #expect(refusal.subject == .model)
      #expect(refusal.message.hasPrefix("MLflow at http://127.0.0.1:"))
      #expect(refusal.message.hasSuffix(" has no registered model `revenu`"))
      #expect(refusal.hint == hint)
    }
    #expect(requests.count == 2, "\(requests.map(\.target))")
  }

  @Test("a list that cannot be read takes nothing from what is said of a missing model")
  func unlistable() async throws {
    let (answers, _) = try await ask(
      ["registered-models/get": Self.noRun, "registered-models/search": .answer(403)])
    guard case .refused(let refusal) = answers[.latest] else {
      Issue.record("expected a refusal, got \(answers)")
      return
    }
    #expect(refusal.message.hasSuffix(" has no registered model `m`"))
  }

  @Test("a stage without a version names the stages that have one")
  func stages() async throws {
    let staged = #"{"name":"m","version":"2","current_stage":"Staging"}"#
    for (versions, hint) in [
      ("\(staged),\(version(1))", "its versions are in `None`, `Staging`"),
      ("", "the model has no version"),
    ] {
      let (answers, _) = try await ask(
        ["registered-models/get": model(versions)], [.stage("Production")])
      guard case .refused(let refusal) = answers[.stage("Production")] else {
        Issue.record("expected a refusal, got \(answers)")
        continue
      }
      #expect(refusal.hint == hint)
    }
  }
}
