import FoundationEssentials
import HTTPClient
import JSONDocuments
import TestSupport

@testable import AzureIdentity

/// A server that gives tokens by a script, and a credential that asks it.
struct SignIn {
  static let application = [
    "AZURE_TENANT_ID": "contoso.example", "AZURE_CLIENT_ID": "app-1",
    "AZURE_CLIENT_SECRET": "s3cr+t value&",
  ]

  let server: ScriptedServer
  let clock = FixedClock()

  init(_ script: @escaping ScriptedServer.Script) { server = ScriptedServer(script) }

  /// Gives a new token for every request.
  init(lifetime: Int = 3600) {
    self.init { request in [SignIn.token("token-\(request.index)", lifetime: lifetime)] }
  }

  static func token(_ text: String, lifetime: Int = 3600) -> ScriptedStep {
    .json(200, #"{"token_type":"Bearer","expires_in":\#(lifetime),"access_token":"\#(text)"}"#)
  }

  /// A credential of these variables; the sign-in service is the server unless they say otherwise.
  func credential(
    _ variables: [String: String], file: [String: String] = [:], machine: String? = nil
  ) async throws -> AzureCredential {
    var environment = variables
    environment["AZURE_AUTHORITY_HOST"] = variables["AZURE_AUTHORITY_HOST"] ?? server.url
    return try await credential(
      AzureVariables(environment: environment, file: file), machine: machine)
  }

  func credential(
    _ variables: AzureVariables, machine: String? = nil
  ) async throws -> AzureCredential {
    let transport = RetryingTransport(wrapping: CurlTransport(), clock: clock)
    let cloud = try await AzureCloud.resolved(from: variables, transport: transport)
    return try await AzureCredential.choosing(
      CredentialChoice(
        variables: variables, cloud: cloud, transport: transport, clock: clock,
        machineService: machine ?? "http://127.0.0.1:1"))
  }

  /// The items of the form that the server got last.
  var form: [String: String] {
    let text = String(decoding: server.requests.last?.body ?? [], as: UTF8.self)
    var items: [String: String] = [:]
    for item in text.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      items[String(parts[0])] = SignIn.decoded(String(parts[1]))
    }
    return items
  }

  static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
