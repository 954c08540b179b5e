import JSONDocuments
import OpenMetadataEntities
import Testing

@Suite("The bodies that create entities")
struct RequestTests {
  @Test("a model's body has only members that the server knows")
  func model() {
    var body = CreateMlModel(name: "churn", service: "\"my.service\"")
    body.set("algorithm", to: "XGBoost")
    body.set("target", to: nil)
    body.set("version", to: 1)
    body.set("trainingDatasets", to: [])
    #expect(
      body.document == ["name": "churn", "service": "\"my.service\"", "algorithm": "XGBoost"])
  }

  @Test("a service's body says no more of its connection than the type")
  func service() {
    let plain = CreateMlModelService(name: "CustomMLService", serviceType: "CustomMlModel")
    #expect(
      plain.document == [
        "name": "CustomMLService", "serviceType": "CustomMlModel",
        "connection": ["config": ["type": "CustomMlModel"]],
      ])
    let told = CreateMlModelService(
      name: "s", serviceType: "Sklearn", displayName: "S", description: "ours")
    #expect(told.document["displayName"] == "S")
    #expect(told.document["description"] == "ours")
  }
}

@Suite("Entities as the server gives them")
struct LenientDecodingTests {
  @Test("edges take the names of their tables from the nodes, and edges of others are left out")
  func edges() throws {
    let document = try JSON(
      parsing: """
        {"entity": {"id": "m", "type": "mlmodel"},
         "nodes": [{"id": "t", "type": "table", "fullyQualifiedName": "a.b.c.t"}],
         "upstreamEdges": [
           {"fromEntity": "t", "toEntity": "m", "lineageDetails": null},
           {"fromEntity": "u", "toEntity": "m", "lineageDetails": {"columnsLineage": [
             {"fromColumns": ["x", 1], "toColumn": "f"}, {"fromColumns": []}, 3]}},
           {"fromEntity": "t", "toEntity": "other"}, "odd"]}
        """)
    let edges = LineageEdge.upstream(of: document)
    #expect(edges.map(\.fromEntity.fullyQualifiedName) == ["a.b.c.t", nil])
    #expect(edges[0].details == nil)
    #expect(
      edges[1].columnsLineage == [LineageEdge.ColumnPair(fromColumns: ["x"], toColumn: "f")])
  }

  @Test("a model without id, name or fully qualified name is none")
  func model() {
    #expect(MlModel(["id": "i", "name": "n"]) == nil)
    let model = MlModel(["id": "i", "name": "n", "fullyQualifiedName": "s.n"])
    #expect(model?.version.lexeme == "0.1")
    #expect(model?.isDeleted == false)
  }

  @Test("a bot of one's own is not shared; a person and the ingestion bot are")
  func principals() {
    #expect(!Principal(name: "publisher", isBot: true).isShared)
    #expect(Principal(name: "admin", isBot: false).isShared)
    #expect(Principal(name: "ingestion-bot", isBot: true).isShared)
  }

  @Test("references are the same when their ids are, whatever else they say")
  func references() {
    let one = EntityReference(id: "i", type: "user", name: "a")
    #expect(one == EntityReference(id: "i", type: "user", name: "b", displayName: "B"))
    #expect(one != EntityReference(id: "j", type: "user", name: "a"))
    #expect(one.document == ["id": "i", "type": "user", "name": "a"])
  }
}
