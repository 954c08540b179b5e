import FullyQualifiedNames
import HTTPClient
import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import TestSupport
import Testing

/// A client of a scripted server, of a certain line.
func client(
  of server: ScriptedServer, version: String = "1.5.10", token: Secret? = Secret("t0ken-of-ours"),
  redactor: Redactor = Redactor([])
) throws -> OpenMetadataClient {
  OpenMetadataClient(
    server: try ServerURL(parsing: server.url),
    capabilities: Capabilities(version: try #require(ServerVersion(version))), token: token,
    transport: CurlTransport(), redactor: redactor)
}

/// What a call throws when the server answers like this.
func failure(
  _ steps: [ScriptedStep], redactor: Redactor = Redactor([]),
  of call: (OpenMetadataClient) async throws -> Void = { _ = try await $0.principal() }
) async throws -> OpenMetadataError {
  let server = ScriptedServer(answers: [steps])
  defer { server.stop() }
  let client = try client(of: server, redactor: redactor)
  return try await #require(throws: OpenMetadataError.self) { try await call(client) }
}

let ordersTable = """
  {"id":"t1","name":"orders","fullyQualifiedName":"pg.db.public.orders","deleted":false,
   "columns":[{"name":"id","dataType":"INT","fullyQualifiedName":"pg.db.public.orders.id"}]}
  """

let revenueModel = """
  {"id":"m1","name":"Revenue","fullyQualifiedName":"ml.Revenue","version":0.2,
   "updatedAt":1700000000000,"updatedBy":"ann","service":{"id":"s1","type":"mlmodelService"}}
  """
