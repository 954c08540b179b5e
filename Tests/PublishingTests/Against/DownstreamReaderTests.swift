import HTTPClient
import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import Testing

@testable import Publishing

@Suite("What depends on models that change")
struct DownstreamReaderTests {
  private static let models = (1...60).map { "S.model\($0)" }

  private static func node(_ id: String, _ type: String, deleted: Bool = false) -> JSON {
    [
      "id": .string(id), "type": .string(type), "name": .string(id),
      "fullyQualifiedName": .string("far.\(id)"), "deleted": .bool(deleted),
    ]
  }

  private static func lineage(_ nodes: [JSON], _ edges: [(String, String)]) -> JSON {
    [
      "entity": ["id": "m", "type": "mlmodel"], "nodes": .array(nodes), "upstreamEdges": [],
      "downstreamEdges": .array(
        edges.map { ["fromEntity": .string($0.0), "toEntity": .string($0.1)] }),
    ]
  }

  private func impacts(
    of names: [String], _ script: @escaping @Sendable (HTTPRequest, Int) -> ScriptedTransport.Answer
  ) async throws -> (impacts: [String: DownstreamImpact], asked: [String]) {
    let transport = ScriptedTransport(script)
    let version = try #require(ServerVersion("1.10.3"))
    let client = OpenMetadataClient(
      server: try ServerURL(parsing: "http://127.0.0.1:1"),
      capabilities: Capabilities(version: version),
      token: nil, transport: transport)
    let impacts = await DownstreamReader(client: client).impacts(of: names)
    return (impacts, transport.asked)
  }

  @Test("pipelines, endpoints and dashboards come nearest first, with their owners")
  func kinds() async throws {
    let lineage = Self.lineage(
      [
        Self.node("deep", "dashboard"), Self.node("score", "pipeline"),
        Self.node("get", "apiEndpoint"), Self.node("gone", "table", deleted: true),
        Self.node("airflow", "pipelineService"), Self.node("model", "dashboardDataModel"),
        Self.node("stray", "table"),
      ],
      [
        ("m", "score"), ("m", "get"), ("score", "model"), ("model", "deep"), ("deep", "m"),
        ("m", "gone"), ("m", "airflow"),
      ])
    let (impacts, asked) = try await impacts(of: ["S.m"]) { request, _ in
      if request.url.contains("/lineage/") { return .json(200, lineage) }
      if request.url.contains("/pipelines/") {
        return .json(
          200,
          [
            "owners": [
              ["id": "1", "type": "user", "name": "ana"],
              ["id": "2", "type": "team", "name": "Ops"],
            ]
          ])
      }
      return request.url.contains("/apiEndpoints/") ? .json(200, [:]) : .json(403, [:])
    }
    guard case .known(let assets)? = impacts["S.m"] else {
      Issue.record("\(impacts)")
      return
    }
    #expect(
      assets.nearest == [
        DownstreamAsset(
          type: "apiEndpoint", fullyQualifiedName: "far.get", distance: 1, owners: []),
        DownstreamAsset(
          type: "pipeline", fullyQualifiedName: "far.score", distance: 1,
          owners: ["ana", "team:Ops"]),
        DownstreamAsset(type: "dashboardDataModel", fullyQualifiedName: "far.model", distance: 2),
        DownstreamAsset(type: "dashboard", fullyQualifiedName: "far.deep", distance: 3),
      ])
    #expect(assets.mayGoOn && assets.total == 4)
    #expect(
      Set(asked) == [
        "GET name/S.m", "GET apiEndpoints/get", "GET pipelines/score", "GET datamodels/model",
        "GET dashboards/deep",
      ])
  }

  @Test("how much is asked is bounded, and what was cut is told")
  func bounds() async throws {
    let many = (1...30).map { Self.node("t\($0)", "table") }
    let lineage = Self.lineage(many, (1...30).map { ("m", "t\($0)") })
    let (impacts, asked) = try await impacts(of: Self.models) { request, _ in
      request.url.contains("/lineage/") ? .json(200, lineage) : .json(200, ["owners": []])
    }
    #expect(impacts.count == 60)
    #expect(impacts["S.model51"] == .notAsked)
    guard case .known(let assets)? = impacts["S.model1"] else {
      Issue.record("\(impacts)")
      return
    }
    #expect(assets.nearest.count == DownstreamReader.assetLimit && assets.total == 30)
    // Twenty tables are shown of each model, and they are the same.
    #expect(asked.count == 50 + 20)
  }

  @Test("a model that is not there has nothing behind it; a refusal and nonsense are told")
  func troubles() async throws {
    let (impacts, _) = try await impacts(of: ["S.new", "S.secret", "S.odd", "odd\"name"]) {
      request, _ in
      if request.url.contains("S.new") { return .json(404, ["message": "no such model"]) }
      if request.url.contains("S.secret") { return .json(403, ["message": "no ViewBasic"]) }
      return .json(200, [])
    }
    #expect(impacts["S.new"] == .notPublished)
    #expect(impacts["S.secret"] == .unknown("not allowed: no ViewBasic"))
    guard case .unknown? = impacts["S.odd"] else {
      Issue.record("\(impacts)")
      return
    }
    #expect(impacts["odd\"name"] == .notPublished)
  }
}
