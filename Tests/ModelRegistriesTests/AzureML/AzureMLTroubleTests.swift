import JSONDocuments
import ModelRegistries
import RegisteredModels
import TestSupport
import Testing

@Suite("Azure ML in trouble", .timeLimit(.minutes(2)))
struct AzureMLTroubleTests {
  private static func fault(
    _ path: String, _ status: Int, _ body: String = "{}", times: Int = 99,
    headers: JSON = [:]
  ) -> JSON {
    [
      [
        "path": .string(path), "status": .number(JSONNumber(status)), "body": .string(body),
        "times": .number(JSONNumber(times)), "headers": headers,
      ]
    ]
  }

  @Test(
    "each failure of the version has its kind",
    arguments: [
      (401, "{}", RegistryFailure.Kind.notPermitted), (403, "{}", .notPermitted),
      (409, "{}", .unreachable), (429, "{}", .gaveUp), (500, "{}", .unreachable),
      (503, "{}", .gaveUp), (200, "<html>", .notPermitted), (404, "<html>", .unreachable),
      (200, "[]", .unreachable),
    ])
  func failures(status: Int, body: String, kind: RegistryFailure.Kind) async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    try await fixture.service.control("faults", Self.fault("/versions/3$", status, body))
    let answer = try await fixture.answer(.version("3"))
    guard case .failed(let failure) = answer else { Issue.record("\(answer)"); return }
    #expect(failure.kind == kind, "\(failure.message)")
  }

  @Test("a version is not described by halves: its model must answer too")
  func model() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    try await fixture.service.control("faults", Self.fault("/models/revenue$", 503))
    let answer = try await fixture.answer(.version("3"))
    guard case .failed(let failure) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(failure.kind == .gaveUp)
  }

  @Test("what passes is waited for, as long as the service wishes")
  func passing() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    try await fixture.service.control(
      "faults",
      Self.fault("/versions/3$", 429, times: 3, headers: ["x-ms-retry-after-ms": "1500"]))
    let answer = try await fixture.answer(.version("3"))
    guard case .version = answer else { Issue.record("\(answer)"); return }
  }

  @Test("a token that ends in the middle of the run is replaced")
  func expiry() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    let registry = try fixture.registry()
    // All but the first of the tokens so far are refused once.
    try await fixture.service.control(
      "faults",
      Self.fault(
        "/jobs/job-1$", 401, #"{"error":{"code":"ExpiredAuthenticationToken"}}"#, times: 1))
    let reference = RegistryReference(
      address: AzureMLFixture.workspace, model: "revenue", selector: .version("3"))
    let answers = await registry.answers(to: [reference])
    guard case .version(let version) = answers[reference] else { Issue.record("none"); return }
    #expect(version.run?.id == "job-1")
    #expect(version.gaps == [])
    let tokens = try await fixture.service.requests().filter { $0.contains("/oauth2/") }
    #expect(tokens.count == 2)
  }

  @Test("a wrong secret is final, and in no message")
  func wrongSecret() async throws {
    let fixture = try await AzureMLFixture()
    let answer = try await fixture.answer(
      .version("3"), ["AZURE_CLIENT_SECRET": "not-the-secret"])
    guard case .failed(let failure) = answer else { Issue.record("\(answer)"); return }
    #expect(failure.kind == .notPermitted)
    #expect(failure.message.contains("AADSTS7000215"))
    #expect(!"\(answer)".contains("not-the-secret"))
  }

  @Test("a list that goes on elsewhere costs the whole model, and no socket is opened there")
  func foreignLink() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    let other = ScriptedServer(answers: [[.json(200, #"{"value":[]}"#)]])
    defer { other.stop() }
    try await fixture.service.control(
      "faults",
      Self.fault(
        "/onlineEndpoints/live/deployments$", 200,
        #"{"value":[],"nextLink":"https://127.0.0.1:\#(other.port)/next"}"#))
    let answer = try await fixture.answer(.version("3"))
    guard case .failed(let failure) = answer else { Issue.record("\(answer)"); return }
    #expect(failure.kind == .untrusted)
    #expect(failure.message.contains("127.0.0.1:\(other.port)"))
    #expect(other.connectionCount == 0)
  }

  @Test(
    "an MLflow endpoint that is not Azure's gets no token",
    arguments: [
      "azureml://evil.example/mlflow/v1.0/x", "https://eastus.api.azureml.ms.evil.example/mlflow",
      "http://127.0.0.1/mlflow", "azureml://user@eastus.api.azureml.ms/x", "nonsense",
    ])
  func foreignMLflow(uri: String) async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    try await fixture.service.control(
      "properties", [AzureMLFixture.workspacePath: ["mlFlowTrackingUri": .string(uri)]])
    let answer = try await fixture.answer(.version("3"))
    guard case .version(let version) = answer else { Issue.record("\(answer)"); return }
    #expect(version.parameters == [])
    #expect(version.gaps.map(\.subject) == [.run])
    #expect(version.run?.id == "job-1")
  }

  @Test(
    "what is missing beside the version is a gap, not a failure",
    arguments: [
      ("/jobs/job-1$", 404, RegistryGap.Subject.run), ("/runs/get$", 404, .run),
      ("/data/reviews/versions/4$", 403, .trainingData), ("/onlineEndpoints$", 403, .deployments),
      ("/onlineEndpoints/live/deployments$", 500, .deployments), ("/workspaces/ws-1$", 503, .run),
    ])
  func gaps(path: String, status: Int, subject: RegistryGap.Subject) async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    try await fixture.service.control("faults", Self.fault(path, status))
    let answer = try await fixture.answer(.version("3"))
    guard case .version(let version) = answer else { Issue.record("\(answer)"); return }
    #expect(version.gaps.map(\.subject) == [subject], "\(version.gaps)")
    #expect(version.stage?.value == "Production")
  }

  @Test("nothing is sent when the environment's secret would go where a file says")
  func foreignAddress() async throws {
    let fixture = try await AzureMLFixture()
    let reference = RegistryReference(
      address: AzureMLFixture.workspace, model: "revenue", selector: .version("3"))
    let registry = try fixture.registry(
      ["AZURE_RESOURCE_MANAGER_URL": ""],
      file: ["AZURE_RESOURCE_MANAGER_URL": "https://evil.example"])
    guard case .failed(let failure) = await registry.answers(to: [reference])[reference] else {
      Issue.record("no failure")
      return
    }
    #expect(failure.kind == .notPermitted)
    #expect(failure.message.contains("evil.example"))
    #expect(try await fixture.service.requests() == [])
  }
}
