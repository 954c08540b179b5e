import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite struct PageContentTests {
  private static let hostile = [
    "<script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "</title></textarea><svg/onload=x>",
    "<!--", "&lt;b&gt;", "{{7*7}}", "javascript:alert(1)", "\u{202E}gnp.exe", "مقياس", " ",
  ]

  private static let model = "/mlmodel/Models.Revenue"

  @Test("The first page lists models, tables and services with links to their pages")
  func overview() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model(["description": "Tells *revenue*."])
    let page = try catalog.page("/", as: catalog.adminToken)
    #expect(page.status == 200)
    for part in [
      "href=\"/mlmodel/Models.Revenue\"", "href=\"/table/shop.db.public.orders\"",
      "href=\"/service/mlmodelServices/Models\"", "href=\"/service/databaseServices/shop\"",
      "Tells revenue.", "XGBoost · 1 feature",
    ] { #expect(page.text.contains(part), "\(part)") }
  }

  @Test("A model's page tells what it is, where its features come from, and who changed what")
  func modelPage() throws {
    let catalog = try CatalogUnderTest()
    let model = try catalog.model([
      "description": "First", "target": "money",
      "mlHyperParameters": [["name": "depth", "value": "8"]],
      "mlStore": ["storage": "s3://bucket/x"],
    ])
    let steward = try catalog.user("amina", role: "DataSteward")
    let id = try #require(model["id"]?.string)
    try catalog.send(
      "PATCH", "mlmodels/\(id)",
      [["op": "replace", "path": "/description", "value": "Second"]], token: steward)
    let page = try catalog.page(Self.model, as: catalog.adminToken).text
    for part in [
      "<h1><bdi>Revenue</bdi></h1>", "XGBoost", "money", "depth", "s3://bucket/x", "bucket",
      "href=\"/table/shop.db.public.orders\"", "last_update", "Version 0.2", "Version 0.1",
      "<del>First</del><ins>Second</ins>", "<bdi>amina</bdi>",
    ] { #expect(page.contains(part), "\(part)") }
    let version = try catalog.page("\(Self.model)/versions/0.2", as: catalog.adminToken).text
    #expect(version.contains("What changed in version 0.2"))
    #expect(version.contains("<ins>Second</ins>"))
    #expect(version.contains("<bdi>amina</bdi>"))
    #expect(version.contains("Version <strong>0.2</strong>, the current one."))
    let first = try catalog.page("\(Self.model)/versions/0.1", as: catalog.adminToken).text
    #expect(first.contains("Version <strong>0.1</strong>, an earlier one; now it is 0.2."))
    #expect(!first.contains("last changed by"))
  }

  @Test("Lists are in the order of what they show, whatever the letter case")
  func order() throws {
    let catalog = try CatalogUnderTest()
    for (name, label) in [("a", "Zebra"), ("b", "apple"), ("c", " "), ("D", "Banana")] {
      try catalog.model(["name": .string(name), "displayName": .string(label)])
    }
    for path in ["/", "/explore/mlmodels"] {
      let page = try catalog.page(path, as: catalog.adminToken).text
      let links = page.matches(of: /href="\/mlmodel\/Models\.(\w)"/).map { String($0.1) }
      #expect(links == ["b", "D", "c", "a"])
    }
    try catalog.send(
      "PUT", "services/mlmodelServices", ["name": "Alpha", "serviceType": "CustomMlModel"])
    let page = try catalog.page("/explore/services", as: catalog.adminToken).text
    let services = page.matches(of: /href="\/service\/\w+\/(\w+)"/).map { String($0.1) }
    #expect(services == ["Alpha", "Models", "shop"])
    try catalog.send(
      "PUT", "services/mlmodelServices", ["name": "Zeta", "serviceType": "CustomMlModel"])
    let again = try catalog.page("/explore/services", as: catalog.adminToken).text
    #expect(
      again.matches(of: /href="\/service\/\w+\/(\w+)"/).map { String($0.1) }
        == ["Alpha", "Models", "shop", "Zeta"])
  }

  @Test("Custom properties are shown as people would tell them, references as links")
  func customProperties() throws {
    let catalog = try CatalogUnderTest(version: "1.13.0")
    let type = try catalog.send("GET", "metadata/types/name/mlmodel")["id"]?.string ?? ""
    for (name, field, config) in [
      ("approver", "entityReference", ["user"] as JSON), ("backup", "entityReference", ["user"]),
      ("limits", "table-cp", ["columns": ["name", "value"]]),
      ("related", "entityReferenceList", ["mlmodelService"]),
      ("stage", "enum", ["values": ["test", "live"], "multiSelect": true]),
      ("card", "hyperlink-cp", .null), ("budget", "integer", .null),
    ] {
      let property = try catalog.send("GET", "metadata/types/name/\(field)?category=field")
      var body: JSONObject = JSONObject()
      body["name"] = .string(name)
      body["description"] = "d"
      body["propertyType"] = ["id": property["id"] ?? .null, "type": "type"]
      body["customPropertyConfig"] = config.isNull ? nil : ["config": config]
      let reply = try catalog.send("PUT", "metadata/types/\(type)", .object(body))
      try #require(reply.status == 200, "\(reply.body.text())")
    }
    try catalog.model()
    let admin = try catalog.send("GET", "users/name/admin")["id"] ?? .null
    let service = try catalog.send("GET", "services/mlmodelServices/name/Models")["id"] ?? .null
    try catalog.model([
      "extension": [
        "approver": ["id": admin, "type": "user", "name": "admin"],
        "backup": ["id": admin, "type": "user"],
        "limits": ["columns": ["name", "value"], "rows": [["name": "rps", "value": "10"]]],
        "related": [
          ["id": service, "type": "mlmodelService", "fullyQualifiedName": "Models"]
        ], "stage": ["test", "live"],
        "card": ["url": "https://a.example/card", "displayText": "The card"], "budget": 4711,
      ]
    ])
    let page = try catalog.page(Self.model, as: catalog.adminToken).text
    for part in [
      "<dt>approver</dt><dd><ul class=\"marks\"><li><bdi>admin</bdi></li></ul></dd>",
      "<li><bdi>\(admin.string ?? "?")</bdi></li>", "<dd><bdi>rps (value: 10)</bdi></dd>",
      "<li><a href=\"/service/mlmodelServices/Models\"><bdi>Models</bdi></a></li>",
      "<dd><bdi>test, live</bdi></dd>",
      "href=\"https://a.example/card\"", "<bdi>The card</bdi>", "<dd><bdi>4711</bdi></dd>",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test("A history says that a model was deleted and restored, and counts one feature as one")
  func deletion() throws {
    let catalog = try CatalogUnderTest()
    let id = try #require(catalog.model()["id"]?.string)
    try catalog.send("DELETE", "mlmodels/\(id)")
    try catalog.send("PUT", "mlmodels/restore", ["id": .string(id)])
    let page = try catalog.page(Self.model, as: catalog.adminToken).text
    #expect(page.contains("<span class=\"field\">deleted</span></li>"))
    #expect(page.contains("<span class=\"field\">restored</span></li>"))
    #expect(page.contains("model, 1 feature<"))
    #expect(!page.contains("1 features"))
  }

  @Test("Hostile names and texts add no element, attribute or address to any page")
  func hostileText() throws {
    let plain = try CatalogUnderTest()
    let plainPages = try pages(plain, "word", "word")
    let known = plainPages.reduce(into: Set<String>()) { $0.formUnion(PageDocument($1).names) }
    for text in Self.hostile {
      let catalog = try CatalogUnderTest()
      for page in try pages(catalog, text, text.allSatisfy(\.isWhitespace) ? "x" : text) {
        let document = PageDocument(page)
        #expect(document.faults == [], "\(text)")
        #expect(
          document.names.subtracting(known).isSubset(of: ["bdi class", "text title", "title"]))
        let foreign = document.addresses.filter { !$0.hasPrefix("/") && !$0.hasPrefix("#") }
        #expect(foreign == [], "\(text)")
      }
    }
  }

  /// Every page there is about a model that says a text wherever it can.
  private func pages(_ catalog: CatalogUnderTest, _ text: String, _ name: String) throws -> [String]
  {
    let text = JSON.string(text)
    let table = try catalog.table()
    let source: JSON = [
      "name": .string(name), "dataType": "integer", "description": text,
      "dataSource": [
        "id": .string(table), "type": "table", "fullyQualifiedName": "shop.db.public.orders",
      ],
    ]
    let model = try catalog.model([
      "name": .string(name), "displayName": text, "description": text, "algorithm": text,
      "target": .string(name),
      "mlFeatures": [
        [
          "name": .string(name), "dataType": "numerical", "description": text,
          "featureAlgorithm": text, "featureSources": [source],
        ]
      ],
      "mlHyperParameters": [["name": text, "value": text, "description": text]],
      "mlStore": ["storage": text, "imageRepository": text],
    ])
    let id = try #require(model["id"]?.string)
    try catalog.send(
      "PATCH", "mlmodels/\(id)",
      [
        ["op": "replace", "path": "/description", "value": "other"],
        ["op": "replace", "path": "/mlFeatures/0/featureAlgorithm", "value": "other"],
      ])
    try catalog.send(
      "PATCH", "tables/\(table)",
      [
        ["op": "add", "path": "/description", "value": text],
        ["op": "add", "path": "/columns/0/description", "value": text],
      ])
    let path = try #require(
      PageLink.entity("mlmodel", model["fullyQualifiedName"]?.string ?? "")?.target)
    let targets = [
      path, path + "/lineage", path + "/versions", path + "/versions/0.2", "/",
      PageLink([], query: [("q", name)]).target, "/table/shop.db.public.orders",
      "/service/mlmodelServices/Models", "/databaseSchema/shop.db.public",
    ]
    return try targets.map { target in
      let page = try catalog.page(target, as: catalog.adminToken)
      #expect(page.status == 200, "\(target)")
      return page.text
    }
  }

  @Test(
    "What is deleted or never was has a page that says so",
    arguments: [
      "/mlmodel/Models.Revenue", "/mlmodel/nothing", "/table/a.b.c.d", "/nothing",
      "/explore/nothing",
      "/mlmodel", "/mlmodel/%22", "/explore/tables?page=9", "/service/nothing/x",
    ])
  func notFound(target: String) throws {
    let catalog = try CatalogUnderTest()
    let model = try catalog.model()
    try catalog.send("DELETE", "mlmodels/\(model["id"]?.string ?? "")")
    let page = try catalog.page(target, as: catalog.adminToken)
    #expect(page.status == 404)
    #expect(page.text.contains("<h1>Not found</h1>"))
    #expect(page.headers["content-type"] == "text/html; charset=utf-8")
  }

  @Test("Versions that are none are not found", arguments: ["9.9", "x", "-1", "0.10", "1e1"])
  func noVersion(version: String) throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    let page = try catalog.page("\(Self.model)/versions/\(version)", as: catalog.adminToken)
    #expect(page.status == 404)
  }

  @Test("What a reader's roles do not show is neither listed, nor found, nor named as a source")
  func hidden() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    let reader = try catalog.user("reader")
    #expect(try catalog.page("/table/shop.db.public.orders", as: reader).status == 200)
    let denial: JSON = [
      "name": "NoTables", "effect": "deny", "operations": ["ViewAll"], "resources": ["table"],
    ]
    let policy = try catalog.send("GET", "policies/name/DataConsumerPolicy")["id"]?.string ?? ""
    let patch = try catalog.send(
      "PATCH", "policies/\(policy)", [["op": "add", "path": "/rules/0", "value": denial]])
    try #require(patch.status == 200, "\(patch.message)")
    #expect(try catalog.page("/table/shop.db.public.orders", as: reader).status == 404)
    for target in [
      Self.model, "\(Self.model)/lineage", "/", "/?q=orders", "/databaseSchema/shop.db.public",
    ] {
      let page = try catalog.page(target, as: reader)
      #expect(page.status == 200)
      #expect(!page.text.contains("shop.db.public.orders"), "\(target)")
      #expect(!page.text.contains("last_update"), "\(target)")
    }
    #expect(try catalog.page(Self.model, as: catalog.adminToken).text.contains("last_update"))
  }

  @Test("Neither history nor the path to an entity names what a reader's roles do not show")
  func hiddenInHistory() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    try catalog.model(["mlFeatures": .null])
    try catalog.send(
      "PUT", "services/mlmodelServices",
      ["name": "Models", "serviceType": "CustomMlModel", "displayName": "Secret heading"])
    let reader = try catalog.user("reader")
    let targets = ["", "/versions", "/versions/0.2"].map { Self.model + $0 }
    for target in targets {
      let text = try catalog.page(target, as: reader).text
      #expect(text.contains("last_update"), "\(target)")
      #expect(text.contains("Secret heading"), "\(target)")
    }
    let denial: JSON = [
      "name": "Denial", "effect": "deny", "operations": ["ViewAll"],
      "resources": ["table", "mlmodelService"],
    ]
    let policy = try catalog.send("GET", "policies/name/DataConsumerPolicy")["id"]?.string ?? ""
    try catalog.send(
      "PATCH", "policies/\(policy)", [["op": "add", "path": "/rules/0", "value": denial]])
    for target in targets {
      let page = try catalog.page(target, as: reader)
      #expect(page.status == 200)
      #expect(page.text.contains("bucket"), "\(target)")
      #expect(!page.text.contains("last_update"), "\(target)")
      #expect(!page.text.contains("Secret heading"), "\(target)")
    }
  }

  @Test("Lists are searched by any part of a name, and read page by page")
  func searching() throws {
    let catalog = try CatalogUnderTest()
    for number in 10..<70 { try catalog.table("t%_\(number)") }
    let first = try catalog.page("/explore/tables", as: catalog.adminToken).text
    #expect(first.contains("Page 1 of 2"))
    #expect(first.contains("t%_10") && !first.contains("t%_69"))
    let second = try catalog.page("/explore/tables?page=2", as: catalog.adminToken).text
    #expect(second.contains("t%_69") && !second.contains("t%_10<"))
    let found = try catalog.page("/?q=%25_1", as: catalog.adminToken).text
    #expect(found.contains("t%_10") && !found.contains("t%_20"))
    let none = try catalog.page("/?q=no%22%3Cb%3E", as: catalog.adminToken).text
    #expect(none.contains("No model, table or service has this in its name."))
    #expect(none.contains("value=\"no&quot;&lt;b&gt;\""))
  }

  @Test("A table's page tells its columns, its constraints and the models that use it")
  func tablePage() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    try catalog.send(
      "PUT", "tables",
      [
        "name": "orders", "databaseSchema": "shop.db.public",
        "columns": [
          ["name": "last_update", "dataType": "TIMESTAMP", "constraint": "NOT_NULL"],
          [
            "name": "place", "dataType": "STRUCT",
            "children": [["name": "city", "dataType": "VARCHAR", "dataLength": 40]],
          ],
        ],
        "tableConstraints": [["constraintType": "PRIMARY_KEY", "columns": ["last_update"]]],
      ])
    let page = try catalog.page("/table/shop.db.public.orders", as: catalog.adminToken).text
    for part in [
      "not null", "<bdi>place.</bdi>", "varchar(40)", "Primary key",
      "href=\"/mlmodel/Models.Revenue\"",
      "<bdi>last_update</bdi> → <bdi>bucket</bdi>",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test(
    "A table is called what it is, on its page and in lists",
    arguments: [
      (nil, "Table"), ("Regular", "Table"), ("View", "View"),
      ("MaterializedView", "Materialized view"), ("Partitioned", "Partitioned table"),
    ] as [(String?, String)])
  func tableKind(type: String?, name: String) throws {
    let catalog = try CatalogUnderTest()
    try catalog.table()
    try catalog.send(
      "PUT", "tables",
      [
        "name": "narrow", "databaseSchema": "shop.db.public",
        "tableType": type.map { .string($0) } ?? .null,
        "columns": [["name": "id", "dataType": "INT"]],
      ])
    let page = try catalog.page("/table/shop.db.public.narrow", as: catalog.adminToken).text
    #expect(page.contains("<p>\(name), 1 column</p>"))
    let list = try catalog.page("/explore/tables", as: catalog.adminToken).text
    #expect(list.contains("> \(name.lowercased()), 1 column<"))
  }
}
