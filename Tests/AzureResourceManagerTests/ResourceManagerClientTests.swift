import AzureIdentity
import AzureResourceManager
import HTTPClient
import JSONDocuments
import TestSupport
import Testing

@Suite("Requests to Azure Resource Manager", .timeLimit(.minutes(1)))
struct ResourceManagerClientTests {
  private static let version = #"""
    {"id":"/subscriptions/sub/x/models/m/versions/3","name":"3","properties":{"stage":"None",
     "flavors":{"sklearn":{"data":{}},"python_function":{"data":{}}},"jobName":null},
     "systemData":{"createdAt":"2022-09-16T03:00:31.9650283+00:00"}}
    """#

  @Test("a version is asked for by its path, with the token and the version of the API")
  func request() async throws {
    let azure = ScriptedAzure { _, _ in [.json(200, Self.version)] }
    defer { azure.server.stop() }
    var settings = try ResourceManagerSettings(
      AzureVariables(environment: ["AZUREML_API_VERSION": "2024-10-01"]))
    let client = try await azure.client(settings: settings)
    let version = try await client.modelVersion("3", of: "a model/ü", in: ScriptedAzure.workspace)
    #expect(version.version == "3")
    #expect(version.flavors == ["sklearn", "python_function"])
    #expect(version.stage == nil)
    #expect(version.jobName == nil)
    #expect(version.resource.createdAt == 1_663_297_231_965)
    let request = try #require(azure.requests.first)
    #expect(
      request.target == "/subscriptions/sub/resourceGroups/rg/providers/"
        + "Microsoft.MachineLearningServices/workspaces/ws/models/a%20model%2F%C3%BC/versions/3"
        + "?api-version=2024-10-01")
    #expect(request.headers["Authorization"] == "Bearer token-1")
    settings = ResourceManagerSettings()
    #expect(settings.apiVersion == "2025-12-01")
  }

  @Test("a version of the API that is none is refused")
  func apiVersion() {
    let variables = AzureVariables(environment: ["AZUREML_API_VERSION": "2025-12-01&x=y"])
    #expect(throws: AzureIdentityError.self) { () throws in
      _ = try ResourceManagerSettings(variables)
    }
  }

  @Test("pages are followed by the link as it stands, to the last one")
  func paging() async throws {
    let link = "/list?api-version=1&$skipToken=a%2Bb%3D&$orderBy=createdtime+desc"
    let azure = ScriptedAzure { request, index in
      let host = request.headers["Host"] ?? ""
      let next = index == 0 ? #""http://\#(host)\#(link)""# : index == 1 ? "null" : #""""#
      return [.json(200, #"{"value":[{"n":\#(index)}],"nextLink":\#(next)}"#)]
    }
    defer { azure.server.stop() }
    let (elements, hasMore) = try await azure.client().list(["list"])
    #expect(elements.map { $0["n"]?.integer } == [0, 1])
    #expect(!hasMore)
    #expect(azure.requests.map(\.target)[1] == link)
  }

  @Test("the first pages can be enough")
  func firstPages() async throws {
    let azure = ScriptedAzure { _, _ in
      [.json(200, #"{"value":[{}],"nextLink":"https://elsewhere.example/"}"#)]
    }
    defer { azure.server.stop() }
    let (elements, hasMore) = try await azure.client().list(["list"], pages: 1)
    #expect(elements.count == 1)
    #expect(hasMore)
  }

  @Test(
    "a link to another host is refused before a socket opens",
    arguments: ["https", "http"], ["/", "@127.0.0.1/"])
  func foreignLink(scheme: String, ending: String) async throws {
    let other = ScriptedServer(answers: [[.json(200, #"{"value":[]}"#)]])
    defer { other.stop() }
    let target = "\(scheme)://127.0.0.1:\(other.port)\(ending)"
    let azure = ScriptedAzure { _, _ in
      [.json(200, #"{"value":[],"nextLink":"\#(target)"}"#)]
    }
    defer { azure.server.stop() }
    let client = try await azure.client()
    let error = await #expect(throws: ResourceManagerError.self) {
      _ = try await client.list(["list"])
    }
    if ending == "/" { #expect(error == .foreignLink(host: "127.0.0.1:\(other.port)")) }
    #expect(other.connectionCount == 0)
    #expect(azure.requests.count == 1)
  }

  @Test("pages that lead in a circle end")
  func circle() async throws {
    let azure = ScriptedAzure { request, _ in
      let host = request.headers["Host"] ?? ""
      return [.json(200, #"{"value":[],"nextLink":"http://\#(host)/again"}"#)]
    }
    defer { azure.server.stop() }
    let client = try await azure.client()
    let error = await #expect(throws: ResourceManagerError.self) {
      _ = try await client.list(["list"])
    }
    guard case .invalidAnswer = error else { Issue.record("\(error.debugDescription)"); return }
    #expect(azure.requests.count == 2)
  }

  @Test("a refused token is replaced once, by one with the claims that are demanded")
  func claims() async throws {
    let challenge =
      "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhIjoiPz8_In0=\""
    let azure = ScriptedAzure { request, _ in
      request.headers["Authorization"] == "Bearer token-1"
        ? [.json(401, "{}", headers: [("WWW-Authenticate", challenge)])]
        : [.json(200, Self.version)]
    }
    defer { azure.server.stop() }
    let client = try await azure.client()
    _ = try await client.modelVersion("3", of: "m", in: ScriptedAzure.workspace)
    let forms = azure.server.requests.filter { $0.method == "POST" }
      .map { String(decoding: $0.body, as: UTF8.self) }
    #expect(forms.count == 2)
    #expect(forms[1].hasSuffix("&claims=%7B%22a%22%3A%22%3F%3F%3F%22%7D"))
    _ = try await client.modelVersion("3", of: "m", in: ScriptedAzure.workspace)
    #expect(
      azure.requests.map { $0.headers["Authorization"] ?? "" } == [
        "Bearer token-1", "Bearer token-2", "Bearer token-2",
      ])
  }

  @Test("a token that stays refused is not asked for again and again")
  func refused() async throws {
    let azure = ScriptedAzure { _, _ in
      [.json(401, #"{"error":{"code":"InvalidAuthenticationToken","message":"no token-2"}}"#)]
    }
    defer { azure.server.stop() }
    let client = try await azure.client()
    let error = await #expect(throws: ResourceManagerError.self) {
      _ = try await client.get(["x"])
    }
    guard case .notAuthenticated(let message) = error else {
      Issue.record("\(error.debugDescription)")
      return
    }
    #expect(message.description == "InvalidAuthenticationToken: no <redacted>")
    #expect(azure.server.requests.count == 4)
  }

  @Test(
    "each kind of failure is told apart",
    arguments: [
      (400, "{}", "Azure refused the request (400): status 400 without an explanation"),
      (
        403, #"{"error":{"code":"AuthorizationFailed","message":"m"}}"#,
        "Azure does not permit this: AuthorizationFailed: m"
      ),
      (
        404,
        #"{"error":{"code":"UserError","message":"m","additionalInfo":[{"type":"InnerError","info":{"value":{"code":"NotFoundError"}}}]}}"#,
        "Azure has no such resource: UserError/NotFoundError: m"
      ),
      (409, "{}", "Azure reports a conflict: status 409 without an explanation"),
      (429, "", "Azure is still busy (status 429) after all attempts"),
      (503, "", "Azure is still busy (status 503) after all attempts"),
      (500, "", "Azure failed (status 500): status 500 without an explanation"),
      (
        404, "<html>gone</html>",
        "a web page answered (status 404), not the API of Azure Resource Manager"
      ),
      (
        200, "<!DOCTYPE html>",
        "a web page answered (status 200), not the API of Azure Resource Manager"
      ),
      (
        302, "",
        "the server redirects to an address that cannot be read (status 302); redirects are not followed"
      ),
      (200, "[1]", "Azure's answer cannot be used: it is no JSON object"),
    ])
  func failures(status: Int, body: String, message: String) async throws {
    let azure = ScriptedAzure { _, _ in [.json(status, body)] }
    defer { azure.server.stop() }
    let client = try await azure.client()
    let error = await #expect(throws: ResourceManagerError.self) {
      _ = try await client.get(["x"])
    }
    #expect(error?.description == message)
  }
}
