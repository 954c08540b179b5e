import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("The normal form of a model")
struct NormalFormTests {
  private func paths(_ text: String) throws -> [String] {
    FieldValues(document: try JSON(parsing: text)).leaves.keys.sorted().map(\.description)
  }

  @Test("every field that a manifest can give has a leaf")
  func leaves() throws {
    #expect(
      try paths(
        """
        {"description": "d", "displayName": "n", "algorithm": "a", "target": "t", "server": "s",
         "sourceUrl": "u", "mlStore": {"storage": "p", "imageRepository": "i"},
         "tags": [{"tagFQN": "Tier.Tier1"}, {"tagFQN": "PII.None"}],
         "owners": [{"id": "1", "type": "user", "name": "joe"},
           {"id": "2", "type": "team", "name": "Ops"}],
         "mlFeatures": [{"name": "f", "dataType": "numerical", "featureAlgorithm": "x",
           "description": "y", "tags": [{"tagFQN": "Tier.Tier1"}],
           "featureSources": [{"name": "c", "dataType": "string", "description": "z",
             "dataSource": {"id": "t", "type": "table", "fullyQualifiedName": "a.b.c.t"}},
             {"name": "x.y"}]}],
         "mlHyperParameters": [{"name": "p", "value": 0.50, "description": "q"}]}
        """) == [
          "algorithm", "description", "displayName", "mlFeatures[f].dataType",
          "mlFeatures[f].description", "mlFeatures[f].featureAlgorithm",
          #"mlFeatures[f].featureSources["\"x.y\""].name"#,
          "mlFeatures[f].featureSources[a.b.c.t.c].dataSource",
          "mlFeatures[f].featureSources[a.b.c.t.c].dataType",
          "mlFeatures[f].featureSources[a.b.c.t.c].description",
          "mlFeatures[f].featureSources[a.b.c.t.c].name", "mlFeatures[f].tags[Tier.Tier1]",
          "mlHyperParameters[p].description", "mlHyperParameters[p].value",
          "mlStore.imageRepository", "mlStore.storage", "owners[joe]", "owners[team:Ops]", "server",
          "sourceUrl", "tags[PII.None]", "target", "tier",
        ])
  }

  @Test("inherited owners and labels that nobody set or confirmed have no leaf")
  func noDifferences() throws {
    #expect(
      try paths(
        """
        {"owners": [{"id": "1", "type": "team", "name": "a", "inherited": true}],
         "tags": [{"tagFQN": "A.b", "labelType": "Derived"},
           {"tagFQN": "A.c", "state": "Suggested"}]}
        """
      ).isEmpty)
  }

  @Test("two entries with one name, odd shapes and missing members are survived")
  func oddShapes() throws {
    #expect(
      try paths(
        """
        {"description": {"a": 1}, "mlStore": "s3", "owners": {"id": 1}, "tags": ["x", {}, null],
         "mlFeatures": [1, null, {"dataType": "x"}, {"name": "f", "dataType": "a"},
           {"name": "f", "dataType": "b"}, {"name": "g", "featureSources": "no"}],
         "mlHyperParameters": [[], {"name": 5}]}
        """) == ["mlFeatures[f].dataType"])
    #expect(FieldValues(document: []).leaves.isEmpty)
  }

  @Test("order, names that the server computes and the rest of a reference make no difference")
  func sameMeaning() throws {
    let one = try JSON(
      parsing: """
        {"mlFeatures": [{"name": "f", "dataType": "a", "fullyQualifiedName": "x"},
          {"name": "g", "dataType": "b", "featureSources": [{"name": "c", "dataSource":
            {"id": "t", "type": "table", "fullyQualifiedName": "q", "displayName": "T"}}]}]}
        """)
    let two = try JSON(
      parsing: """
        {"mlFeatures": [{"name": "g", "dataType": "b", "featureSources": [{"name": "c",
          "fullyQualifiedName": "q.c", "dataSource":
            {"id": "t", "type": "table", "fullyQualifiedName": "q"}}]},
          {"name": "f", "dataType": "a"}]}
        """)
    #expect(FieldValues(document: one) == FieldValues(document: two))
  }

  @Test("an odd document is planned over without a crash, and what is odd is carried over")
  func oddCatalog() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { object in
      object["mlFeatures"] = [
        1, ["name": "is_premium", "dataType": "numerical"], ["name": "is_premium"], ["dataType": 1],
      ]
      object["mlStore"] = "odd"
      object["tags"] = .string("odd")
    }
    try catalog.publish(Manifest(extra: "tags: [PII.None]\nmlStore: {storage: s}").yaml)
    let features = catalog.document?["mlFeatures"]?.array ?? []
    #expect(features.count == 5)
    #expect(features.first == 1)
    #expect(catalog.document?["mlStore"] == ["storage": "s"])
  }
}

@Suite("Blame by neighbouring versions")
struct BlameTests {
  private let description = FieldPath("description")

  private func blame(_ versions: [(by: String, text: String?)]) -> Blame {
    let models = versions.enumerated().compactMap { index, version -> MlModel? in
      var object = JSONObject()
      for member in ["id", "name", "fullyQualifiedName"] { object[member] = "m" }
      object["version"] = .number(JSONNumber(lexeme: "0.\(index + 1)"))
      object["updatedAt"] = .number(JSONNumber(index * 1000))
      object["updatedBy"] = .string(version.by)
      object["description"] = version.text.map { .string($0) }
      return MlModel(.object(object))
    }
    return Blame(
      current: models[models.count - 1], history: models.reversed(),
      principal: Principal(name: "us", isBot: true))
  }

  @Test("the base is what we gave last, not what our other writes carried over")
  func base() {
    let blame = blame([("us", "a"), ("jane", "b"), ("us", "b")])
    #expect(blame.base(of: description).base == .ours("a"))
    #expect(blame.base(of: description).edited == Edit(updatedBy: "jane", updatedAt: 1000))
  }

  @Test("having made the model without the field is a base too")
  func createdWithout() {
    #expect(blame([("us", nil), ("jane", "b")]).base(of: description).base == .ours(nil))
    #expect(blame([("jane", nil), ("us", nil)]).base(of: description).base == .none)
  }

  @Test("the last of several edits is the one that is named")
  func lastEdit() {
    let blame = blame([("us", "a"), ("jane", "b"), ("joe", "c")])
    #expect(blame.base(of: description).edited?.updatedBy == "joe")
  }

  @Test("an edit that was undone is none")
  func undone() {
    let blame = blame([("us", "a"), ("jane", "b"), ("joe", "a")])
    #expect(blame.base(of: description).edited == nil)
  }

  @Test("without versions nothing is known to be ours")
  func unknown() throws {
    let model = try #require(
      MlModel([
        "id": "m", "name": "m", "fullyQualifiedName": "m", "updatedBy": "us", "description": "a",
      ]))
    let blame = Blame(
      current: model, history: [], principal: Principal(name: "us", isBot: true))
    #expect(blame.base(of: description).base == .none)
  }
}
