import FullyQualifiedNames
import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Search")
struct SearchTests {
  let catalog: CatalogUnderTest

  init() throws { catalog = try CatalogUnderTest() }

  /// The fully qualified names found, best first.
  private func found(_ query: String) throws -> [String] {
    let reply = try catalog.send("GET", "search/" + query)
    try #require(reply.status == 200, "\(query): \(reply.body.text())")
    return (reply["hits"]?["hits"]?.array ?? []).compactMap {
      $0["_source"]?["fullyQualifiedName"]?.string
    }
  }

  private func query(_ text: String, index: String = "all", _ more: String = "") throws -> [String]
  {
    try found("query?q=\(PercentEncoding.segment(text))&index=\(index)\(more)")
  }

  private func filtered(_ filter: JSON) throws -> [String] {
    try query(
      "", index: "dataAsset",
      "&sort_field=fullyQualifiedName&sort_order=asc&query_filter="
        + PercentEncoding.segment((["query": filter] as JSON).text()))
  }

  @Test("the answer has the shape that the official client demands of Elasticsearch")
  func shape() throws {
    let id = try #require(catalog.model()["id"])
    let reply = try catalog.send("GET", "search/query?q=revenue&index=mlmodel_search_index")
    #expect(reply["hits"]?["total"] == ["value": 1, "relation": "eq"])
    #expect(reply["timed_out"] == false)
    let hit = try #require(reply["hits"]?["hits"]?.array?.first)
    #expect(hit["_index"] == "mlmodel_search_index")
    #expect(hit["_id"] == id)
    #expect(hit["_score"]?.number != nil)
    #expect(hit["sort"]?.array?.count == 1)
    let source = try #require(hit["_source"])
    #expect(source["entityType"] == "mlmodel")
    #expect(source["fqnParts"] == ["Models", "Revenue"])
    #expect(source["algorithm"] == "XGBoost")
  }

  @Test(
    "words are found in names, descriptions, columns, features and tags, whatever their case",
    arguments: [
      ("REVENUE", ["Models.Revenue"]), ("churned", ["Models.Revenue"]),
      ("bucket", ["Models.Revenue"]), ("order AND id", ["shop.db.public.orders"]),
      ("\"order id\"", ["shop.db.public.orders"]), ("\"last id\"", []),
      ("Tier1", ["Models.Revenue", "Tier.Tier1"]), ("reven*", ["Models.Revenue"]),
      ("*venu*", ["Models.Revenue"]), ("shop.db.public.orders", ["shop.db.public.orders"]),
      ("name:revenue", ["Models.Revenue"]), ("description:revenue", []),
      ("columnNames:last_update", ["shop.db.public.orders"]),
      ("revenue AND NOT churned", []), ("(revenue OR nothing) AND churned", ["Models.Revenue"]),
      ("serviceType:Postgres AND entityType:table", ["shop.db.public.orders"]),
      ("service.name:Models", ["Models.Revenue"]), ("nothing", []),
    ])
  func words(text: String, names: [String]) throws {
    try catalog.model([
      "description": "Who churned?",
      "tags": [
        [
          "tagFQN": "Tier.Tier1", "source": "Classification", "labelType": "Manual",
          "state": "Confirmed",
        ]
      ],
    ])
    #expect(try query(text).sorted() == names)
  }

  @Test("a hit in the name comes before one in the description")
  func ranking() throws {
    try catalog.model(["name": "Other", "description": "better than revenue"])
    try catalog.model()
    #expect(try query("revenue") == ["Models.Revenue", "Models.Other"])
  }

  @Test(
    "an index is a kind, an alias several of them",
    arguments: [
      ("table_search_index", ["shop.db.public.orders"]), ("table", ["shop.db.public.orders"]),
      ("database", ["shop.db", "shop.db.public", "shop.db.public.orders"]),
      ("service", ["Models", "shop"]), ("mlmodel_search_index,mlmodel", ["Models.Revenue"]),
      ("topic_search_index", []), ("query_search_index", []),
      (
        "dataAsset",
        ["Models.Revenue", "shop.db", "shop.db.public", "shop.db.public.orders"]
      ),
    ])
  func indices(index: String, names: [String]) throws {
    try catalog.model()
    let found = try query("*", index: index, "&size=100&sort_field=fullyQualifiedName")
    #expect(found.filter { !$0.contains("Tier") && !$0.hasPrefix("P") }.sorted() == names)
  }

  @Test("an index that OpenMetadata does not have is 404")
  func unknownIndex() throws {
    let reply = try catalog.send("GET", "search/query?index=nothing")
    #expect(reply.status == 404)
    #expect(reply.message.contains("no such index [nothing]"))
  }

  @Test("what is deleted softly is found only when asked for; what is gone, never")
  func deleted() throws {
    let id = try #require(catalog.model()["id"]?.string)
    try catalog.send("DELETE", "mlmodels/\(id)")
    #expect(try query("revenue") == [])
    #expect(try query("revenue", "&deleted=true") == ["Models.Revenue"])
    try catalog.send("PUT", "mlmodels/restore", ["id": .string(id)])
    #expect(try query("revenue") == ["Models.Revenue"])
    try catalog.send("DELETE", "mlmodels/\(id)?hardDelete=true")
    #expect(try query("revenue", "&deleted=true") == [])
  }

  @Test("the index follows each change; a request that is refused leaves it as it was")
  func follows() throws {
    let id = try #require(catalog.model()["id"]?.string)
    let patch: JSON = [["op": "add", "path": "/description", "value": "zebra"]]
    #expect(try catalog.send("PATCH", "mlmodels/\(id)", patch).status == 200)
    #expect(try query("zebra") == ["Models.Revenue"])
    let bad: JSON = [
      ["op": "replace", "path": "/description", "value": "giraffe"],
      ["op": "replace", "path": "/mlFeatures", "value": 7],
    ]
    #expect(try catalog.send("PATCH", "mlmodels/\(id)", bad).status == 400)
    #expect(try query("giraffe") == [])
    #expect(try query("zebra") == ["Models.Revenue"])
  }

  @Test("pages are cut by from and size, or by the last value of the order")
  func pages() throws {
    for name in ["a", "b", "c", "d"] { try catalog.table(name) }
    func page(_ more: String) throws -> [String] {
      try query("", index: "table_search_index", "&sort_field=fullyQualifiedName" + more)
        .map { String($0.suffix(1)) }
    }
    #expect(try page("") == ["d", "c", "b", "a"])
    #expect(try page("&sort_order=asc&from=1&size=2") == ["b", "c"])
    #expect(try page("&size=2&search_after=shop.db.public.c") == ["b", "a"])
    let reply = try catalog.send("GET", "search/query?index=table_search_index&size=1")
    #expect(reply["hits"]?["total"]?["value"] == 4)
    #expect(try catalog.send("GET", "search/query?from=9999&size=2").status == 400)
  }

  @Test("a filter is a part of Elasticsearch's query language; one that is none is left out")
  func filters() throws {
    try catalog.model(["description": "Who churned?"])
    let table = "shop.db.public.orders"
    let model = "Models.Revenue"
    #expect(try filtered(["term": ["entityType": "mlmodel"]]) == [model])
    #expect(try filtered(["term": ["service.name.keyword": ["value": "MODELS"]]]) == [model])
    #expect(
      try filtered(["terms": ["fullyQualifiedName": [.string(model), .string(table)]]])
        == [model, table])
    #expect(try filtered(["match": ["description": "churned or not"]]) == [model])
    #expect(try filtered(["wildcard": ["columns.name.keyword": ["value": "*upd?te"]]]) == [table])
    #expect(try filtered(["prefix": ["name": "rev"]]) == [model])
    #expect(try filtered(["exists": ["field": "mlFeatures"]]) == [model])
    #expect(
      try filtered([
        "bool": [
          "filter": [["exists": ["field": "name"]], ["term": ["deleted": false]]],
          "must_not": ["term": ["entityType": "mlmodel"]],
          "should": [
            ["term": ["name": "orders"]], ["term": ["entityType": "database"]],
          ], "minimum_should_match": 1,
        ]
      ]) == ["shop.db", table])
    #expect(try filtered(["script": ["source": "x"]]).count > 4)
    #expect(try query("", index: "mlmodel", "&query_filter=%7Bbroken") == [model])
  }

  @Test("sources are left out or narrowed to what is asked for")
  func sources() throws {
    try catalog.model()
    let base = "search/query?index=mlmodel"
    func source(_ more: String) throws -> JSON? {
      try catalog.send("GET", base + more)["hits"]?["hits"]?.array?.first?["_source"]
    }
    #expect(try source("&fetch_source=false") == nil)
    #expect(
      try source("&include_source_fields=name&include_source_fields=algorithm")
        == ["name": "Revenue", "algorithm": "XGBoost"])
    let less = try source("&exclude_source_fields=mlFeatures")
    #expect(less?["mlFeatures"] == nil)
    #expect(less?["name"] == "Revenue")
  }

  @Test("the ingestion client finds a table by its name, with wildcards or without")
  func fieldQuery() throws {
    try catalog.model(["sourceUrl": "https://models.example/1"])
    func found(_ value: String, field: String = "fullyQualifiedName") throws -> [String] {
      try self.found(
        "fieldQuery?fieldName=\(field)&fieldValue=\(PercentEncoding.segment(value))&from=0&size=10"
          + "&index=all")
    }
    #expect(try found("shop.db.public.orders") == ["shop.db.public.orders"])
    #expect(try found("shop.*.orders") == ["shop.db.public.orders"])
    #expect(try found("shop.db.public.order") == [])
    #expect(try found("%") == [])
    #expect(try found("xgb*", field: "algorithm") == ["Models.Revenue"])
    #expect(
      try self.found("sourceUrl?sourceUrl=https%3A%2F%2Fmodels.example%2F1") == ["Models.Revenue"])
  }

  @Test("suggestions begin with what was typed")
  func suggest() throws {
    try catalog.model()
    let reply = try catalog.send("GET", "search/suggest?q=rev&index=mlmodel_search_index")
    let options = reply["suggest"]?["metadata-suggest"]?.array?.first?["options"]?.array
    #expect(options?.map { $0["text"] } == ["Revenue"])
    let none = try catalog.send("GET", "search/suggest?q=ven&index=mlmodel_search_index")
    #expect(none["suggest"]?["metadata-suggest"]?.array?.first?["options"] == [])
  }

  @Test("one document of an index is read by its id")
  func document() throws {
    let id = try #require(catalog.model()["id"]?.string)
    let path = "search/get/mlmodel_search_index/doc/\(id)"
    #expect(try catalog.send("GET", path)["name"] == "Revenue")
    #expect(
      try catalog.send("GET", "search/get/table_search_index/doc/\(id)").status == 404)
  }

  @Test("nobody searches without a token, and no hit shows a secret")
  func secrets() throws {
    #expect(try catalog.send("GET", "search/query", token: "").status == 401)
    try catalog.send(
      "PUT", "services/databaseServices",
      [
        "name": "pg", "serviceType": "Postgres",
        "connection": [
          "config": ["type": "Postgres", "username": "u", "authType": ["password": "hunter2"]]
        ],
      ])
    let reply = try catalog.send("GET", "search/query?q=pg&index=all")
    #expect(reply["hits"]?["total"]?["value"] == 1)
    #expect(!reply.body.text().contains("hunter2"))
    #expect(try query("hunter2") == [])
  }
}
