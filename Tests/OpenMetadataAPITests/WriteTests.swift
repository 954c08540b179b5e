import FullyQualifiedNames
import HTTPClient
import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import TestSupport
import Testing

@Suite("Writing", .timeLimit(.minutes(1)))
struct WriteTests {
  private let table = EntityReference(id: "t1", type: "table", name: "orders")
  private let model = EntityReference(id: "m1", type: "mlmodel")

  private func exchange(
    _ step: ScriptedStep, _ call: (OpenMetadataClient) async throws -> Void
  ) async throws -> ScriptedRequest {
    let server = ScriptedServer(answers: [[step]])
    defer { server.stop() }
    try await call(try client(of: server))
    #expect(server.requests.count == 1)
    return try #require(server.requests.first)
  }

  @Test("services are posted, and models put, as they were encoded")
  func creates() async throws {
    let service = try await exchange(.json(201, "{\"id\":\"s\",\"name\":\"ml\"}")) {
      let written = try await $0.createService(["name": "ml"])
      #expect(written.id == "s")
    }
    #expect(service.method == "POST")
    #expect(service.target == "/api/v1/services/mlmodelServices")
    #expect(service.headers["content-type"] == "application/json")
    #expect(String(decoding: service.body, as: UTF8.self) == "{\"name\":\"ml\"}")
    let model = try await exchange(.json(200, revenueModel)) {
      let written = try await $0.putModel(["name": "Revenue"])
      #expect(written.id == "m1")
    }
    #expect(model.target == "/api/v1/mlmodels")
  }

  @Test("what was deleted is restored by its id")
  func restores() async throws {
    let model = try await exchange(.json(200, revenueModel)) {
      let restored = try await $0.restoreModel(id: "m1")
      #expect(restored.id == "m1")
    }
    #expect(model.method == "PUT")
    #expect(model.target == "/api/v1/mlmodels/restore")
    #expect(String(decoding: model.body, as: UTF8.self) == "{\"id\":\"m1\"}")
    let service = try await exchange(.json(200, "{\"id\":\"s\",\"name\":\"ml\"}")) {
      let restored = try await $0.restoreService(["id": "s"])
      #expect(restored.name == "ml")
    }
    #expect(service.target == "/api/v1/services/mlmodelServices/restore")
  }

  @Test("a model is patched by its id, as a JSON patch")
  func patches() async throws {
    let operations: JSON = [
      ["op": "test", "path": "/version", "value": .number(JSONNumber(lexeme: "0.10"))]
    ]
    let request = try await exchange(.json(200, revenueModel)) {
      let written = try await $0.patchModel(id: "m1", operations)
      #expect(written.name == "Revenue")
    }
    #expect(request.method == "PATCH")
    #expect(request.target == "/api/v1/mlmodels/m1")
    #expect(request.headers["content-type"] == "application/json-patch+json")
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == "[{\"op\":\"test\",\"path\":\"/version\",\"value\":0.10}]")
  }

  @Test("an edge is put by ids and types; its answer has no content")
  func putsEdge() async throws {
    let request = try await exchange(.answer(200)) {
      try await $0.putEdge(from: table, to: model, details: ["source": "Manual"])
    }
    #expect(request.target == "/api/v1/lineage")
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == "{\"edge\":{\"fromEntity\":{\"id\":\"t1\",\"type\":\"table\"},"
        + "\"toEntity\":{\"id\":\"m1\",\"type\":\"mlmodel\"},"
        + "\"lineageDetails\":{\"source\":\"Manual\"}}}")
  }

  @Test("an edge is deleted, and one that is gone already is no error", arguments: [200, 404])
  func deletesEdge(status: Int) async throws {
    let request = try await exchange(.json(status, "{\"message\":\"Lineage edge not found\"}")) {
      try await $0.deleteEdge(from: table, to: model)
    }
    #expect(request.method == "DELETE")
    #expect(request.target == "/api/v1/lineage/table/t1/mlmodel/m1")
  }

  @Test("upstream edges are read by id and by name, from the database's own lineage")
  func readsEdges() async throws {
    let answer = """
      {"entity":{"id":"m1","type":"mlmodel"},
       "nodes":[{"id":"t1","type":"table","fullyQualifiedName":"pg.db.public.orders"}],
       "upstreamEdges":[{"fromEntity":"t1","toEntity":"m1","lineageDetails":{"source":"Manual"}}]}
      """
    let query = "upstreamDepth=1&downstreamDepth=0"
    let byID = try await exchange(.json(200, answer)) {
      let edges = try await $0.upstreamEdges(ofModel: "m1")
      #expect(edges.map(\.fromEntity.fullyQualifiedName) == ["pg.db.public.orders"])
    }
    #expect(byID.target == "/api/v1/lineage/mlmodel/m1?\(query)")
    let byName = try await exchange(.json(200, answer)) {
      let name = FullyQualifiedName(["ml", "Revenue v1.0"])
      let edges = try await $0.upstreamEdges(ofModel: name)
      #expect(edges.count == 1)
    }
    #expect(byName.target == "/api/v1/lineage/mlmodel/name/ml.%22Revenue%20v1.0%22?\(query)")
  }

  @Test("a model that is not there has no edges; one asked for by id must be there")
  func readsNoEdges() async throws {
    let missing = ScriptedStep.json(404, "{\"message\":\"no model\"}")
    _ = try await exchange(missing) {
      let edges = try await $0.upstreamEdges(ofModel: FullyQualifiedName(["ml", "Revenue"]))
      #expect(edges == [])
    }
    let error = try await failure([missing]) { _ = try await $0.upstreamEdges(ofModel: "m1") }
    #expect(error == .notFound("no model"))
  }

  @Test("a write whose answer is lost is sent once and says that it may have taken effect")
  func losesAnswers() async throws {
    let server = ScriptedServer(answers: [[.reset]])
    defer { server.stop() }
    let tally = RequestTally()
    let client = OpenMetadataClient(
      server: try ServerURL(parsing: server.url),
      capabilities: Capabilities(version: try #require(ServerVersion("1.5.10"))), token: nil,
      transport: RetryingTransport(wrapping: CurlTransport(), tally: tally))
    let calls: [(OpenMetadataClient) async throws -> Void] = [
      { _ = try await $0.createService([:]) }, { _ = try await $0.putModel([:]) },
      { _ = try await $0.patchModel(id: "m1", []) },
      { try await $0.putEdge(from: table, to: model, details: [:]) },
      { try await $0.deleteEdge(from: table, to: model) },
    ]
    for call in calls {
      let error = await #expect(throws: OpenMetadataError.self) { try await call(client) }
      #expect(error?.mayHaveTakenEffect == true)
      guard case .unreachable = error else {
        Issue.record("expected no answer, got \(String(describing: error))")
        return
      }
    }
    #expect(server.requests.count == 5)
    #expect(tally.counts == tally.counts.with(total: 5, writes: 5, retries: 0))
  }
}

extension RequestTally.Counts {
  func with(total: Int, writes: Int, retries: Int) -> RequestTally.Counts {
    var counts = self
    (counts.total, counts.writes, counts.retries) = (total, writes, retries)
    return counts
  }
}
