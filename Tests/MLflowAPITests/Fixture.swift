import HTTPClient
import JSONDocuments
import MLflowAPI
import TestSupport
import Testing

/// A client of a scripted server.
func client(
  of server: ScriptedServer, path: String = "", registry: ModelRegistryKind = .mlflow,
  credential: MLflowCredential? = .bearer(Secret("t0ken-of-ours"))
) throws -> MLflowClient {
  MLflowClient(
    server: try ServerURL(parsing: server.url + path), registry: registry, credential: credential,
    transport: CurlTransport(), redactor: Redactor(credential?.secrets ?? []))
}

/// What a call gives when the server answers like this, and the targets that were asked for.
func result<Value>(
  _ answers: [ScriptedStep], registry: ModelRegistryKind = .mlflow,
  of call: (MLflowClient) async throws -> Value
) async throws -> (Value, [String]) {
  let server = ScriptedServer(answers: answers.map { [$0] })
  defer { server.stop() }
  let value = try await call(try client(of: server, registry: registry))
  return (value, server.requests.map(\.target))
}

/// What a call throws when the server answers like this.
func failure(
  _ step: ScriptedStep,
  of call: (MLflowClient) async throws -> Void = { _ = try await $0.registeredModel(named: "m") }
) async throws -> MLflowError {
  let server = ScriptedServer(answers: [[step]])
  defer { server.stop() }
  let client = try client(of: server)
  return try await #require(throws: MLflowError.self) { try await call(client) }
}
