import AzureIdentity
import AzureResourceManager
import HTTPClient
import TestSupport

/// A server that gives tokens (`token-1`, `token-2`, …) and answers everything else by a script.
struct ScriptedAzure {
  static let workspace = MachineLearningPlace(
    .workspace, name: "ws", subscription: "sub", resourceGroup: "rg")

  let server: ScriptedServer

  /// The script gets the requests to Resource Manager, whose numbers count from 0.
  init(_ script: @escaping @Sendable (ScriptedRequest, Int) -> [ScriptedStep]) {
    let tally = Counter()
    server = ScriptedServer { request in
      if request.target.hasSuffix("/oauth2/v2.0/token") {
        let text = "token-\(tally.next("token") + 1)"
        return [.json(200, #"{"expires_in":3600,"access_token":"\#(text)"}"#)]
      }
      return script(request, tally.next("request"))
    }
  }

  func client(
    settings: ResourceManagerSettings = ResourceManagerSettings()
  ) async throws -> ResourceManagerClient {
    let variables = AzureVariables(environment: [
      "AZURE_RESOURCE_MANAGER_URL": server.url, "AZURE_AUTHORITY_HOST": server.url,
      "AZURE_TENANT_ID": "tenant", "AZURE_CLIENT_ID": "client",
      "AZURE_CLIENT_SECRET": "client-secret",
    ])
    let transport = RetryingTransport(wrapping: CurlTransport(), clock: SleeplessClock())
    let cloud = try await AzureCloud.resolved(from: variables, transport: transport)
    let credential = try await AzureCredential.choosing(
      from: variables, cloud: cloud, transport: transport)
    return ResourceManagerClient(
      cloud: cloud, credential: credential, settings: settings, transport: transport)
  }

  /// What Resource Manager was asked.
  var requests: [ScriptedRequest] {
    server.requests.filter { !$0.target.hasSuffix("/oauth2/v2.0/token") }
  }
}
