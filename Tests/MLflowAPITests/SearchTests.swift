import HTTPClient
import JSONDocuments
import MLflowAPI
import TestSupport
import Testing

@Suite("Searches of MLflow, page by page", .timeLimit(.minutes(1)))
struct SearchTests {
  private func page(_ names: [String], next: String?) -> ScriptedStep {
    let models = names.map { #"{"name":"\#($0)"}"# }.joined(separator: ",")
    let token = next.map { #","next_page_token":"\#($0)""# } ?? ""
    return .json(200, #"{"registered_models":[\#(models)]\#(token)}"#)
  }

  private func names(_ client: MLflowClient, until last: String = "") async throws -> [String] {
    var names: [String] = []
    try await client.searchRegisteredModels { page in
      names += page.map(\.name)
      return names.contains(last) ? .enough : .more
    }
    return names
  }

  @Test("pages are followed in one order, with the token as it came")
  func follows() async throws {
    let (found, targets) = try await result([
      page(["a", "b"], next: "eyJv+/=="), page([], next: "t2"), page(["c"], next: nil),
    ]) { try await names($0) }
    #expect(found == ["a", "b", "c"])
    let search = "/api/2.0/mlflow/registered-models/search?max_results=1000&order_by=name%20ASC"
    #expect(
      targets == [search, "\(search)&page_token=eyJv%2B%2F%3D%3D", "\(search)&page_token=t2"])
  }

  @Test("a search by POST is repeated when its answer is lost, since it only reads")
  func repeated() async throws {
    let server = ScriptedServer(answers: [[.reset], [.json(200, "{}")]])
    defer { server.stop() }
    let client = MLflowClient(
      server: try ServerURL(parsing: server.url), credential: nil,
      transport: RetryingTransport(wrapping: CurlTransport()), redactor: Redactor([]))
    #expect(try await client.runs(["r"], inExperiments: ["0"]).isEmpty)
    #expect(server.requests.map(\.method) == ["POST", "POST"])
  }

  @Test("no page is asked for when there is enough")
  func stops() async throws {
    let (found, targets) = try await result([page(["a", "b"], next: "t")]) {
      try await names($0, until: "b")
    }
    #expect(found == ["a", "b"])
    #expect(targets.count == 1)
  }

  @Test("an answer without any list means that there is nothing")
  func nothing() async throws {
    let (found, _) = try await result([.json(200, "{}")]) { try await names($0) }
    #expect(found.isEmpty)
  }

  @Test("pages that do not come to an end are an error, not a hang")
  func endless() async throws {
    let circle = try await failure(page(["a"], next: "same")) { _ = try await names($0) }
    #expect(circle == .invalidAnswer("the pages of 'registered_models' do not come to an end"))
    let server = ScriptedServer { [page([], next: "t\($0.index)")] }
    defer { server.stop() }
    let client = try client(of: server)
    await #expect(throws: circle) { try await names(client) }
  }

  @Test(
    "a name is quoted as MLflow's language can, and checked where it cannot",
    arguments: [
      ("m", "name%20%3D%20%27m%27"), ("it's", "name%20%3D%20%22it%27s%22"), ("it's \"m\"", nil),
    ] as [(String, String?)])
  func quotes(name: String, filter: String?) async throws {
    let quoted = JSON.string(name).text()
    let versions = """
      {"model_versions":[{"name":\(quoted),"version":"2"},{"name":"other","version":"1"}]}
      """
    let (found, targets) = try await result([.json(200, versions)]) { client in
      var found: [String] = []
      try await client.searchModelVersions(of: name) { page in
        found += page.map(\.version)
        return .more
      }
      return found
    }
    #expect(found == ["2"], "another model's version is none of ours")
    let order = "order_by=name%20ASC&order_by=version_number%20DESC"
    let middle = filter.map { "filter=\($0)&" } ?? ""
    #expect(
      targets == ["/api/2.0/mlflow/model-versions/search?max_results=1000&\(middle)\(order)"])
  }

  @Test("runs are asked for together, and never without an experiment")
  func runs() async throws {
    let body = #"{"runs":[{"info":{"run_id":"r1"}}]}"#
    let server = ScriptedServer(answers: [[.json(200, body)]])
    defer { server.stop() }
    let client = try client(of: server)
    #expect(try await client.runs(["r1"], inExperiments: []).isEmpty)
    #expect(try await client.runs([], inExperiments: ["0"]).isEmpty)
    #expect(server.requests.isEmpty)
    let found = try await client.runs(["r1", "r'2", "r\"3"], inExperiments: ["0", "7"])
    #expect(found.map(\.id) == ["r1"])
    #expect(server.requests.map(\.method) == ["POST"])
    #expect(server.requests.first?.headers["Content-Type"] == "application/json")
    #expect(
      try JSON(parsing: server.requests[0].body) == [
        "experiment_ids": ["0", "7"], "filter": #"attributes.run_id IN ('r1',"r'2")"#,
        "run_view_type": "ALL", "max_results": 4,
      ])
  }
}
