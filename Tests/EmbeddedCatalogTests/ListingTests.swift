import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Lists and fields")
struct ListingTests {
  let catalog: CatalogUnderTest

  init() throws { catalog = try CatalogUnderTest() }

  private func make(_ names: [String]) throws {
    for name in names { try catalog.model(["name": .string(name)]) }
  }

  private func names(_ reply: CatalogUnderTest.Reply) -> [String] {
    reply["data"]?.array?.compactMap { $0["name"]?.string } ?? []
  }

  @Test("pages go forward and back by cursors, in the order of names")
  func cursors() throws {
    try make(["e", "a", "c", "b", "d"])
    let first = try catalog.send("GET", "mlmodels?limit=2")
    #expect(names(first) == ["a", "b"])
    #expect(first["paging"]?["total"] == 5)
    #expect(first["paging"]?["before"] == nil)
    let after = try #require(first["paging"]?["after"]?.string)
    let second = try catalog.send("GET", "mlmodels?limit=2&after=\(escaped(after))")
    #expect(names(second) == ["c", "d"])
    let next = try #require(second["paging"]?["after"]?.string)
    let last = try catalog.send("GET", "mlmodels?limit=2&after=\(escaped(next))")
    #expect(names(last) == ["e"])
    #expect(last["paging"]?["after"] == nil)
    let before = try #require(last["paging"]?["before"]?.string)
    let back = try catalog.send("GET", "mlmodels?limit=2&before=\(escaped(before))")
    #expect(names(back) == ["c", "d"])
  }

  private func escaped(_ text: String) -> String {
    text.map { $0 == "=" ? "%3D" : $0 == "+" ? "%2B" : $0 == "/" ? "%2F" : String($0) }.joined()
  }

  @Test("a limit of 0 gives the total alone, ten is the default")
  func limits() throws {
    try make((1...11).map { "m\($0 + 100)" })
    let none = try catalog.send("GET", "mlmodels?limit=0")
    #expect(none["data"] == [])
    #expect(none["paging"] == ["total": 11])
    #expect(try names(catalog.send("GET", "mlmodels")).count == 10)
    for limit in ["-1", "1000001"] {
      #expect(try catalog.send("GET", "mlmodels?limit=\(limit)").status == 400)
    }
  }

  @Test("both cursors at once and a cursor that is none are 400")
  func badCursors() throws {
    let both = try catalog.send("GET", "mlmodels?before=a&after=b")
    #expect(both.status == 400)
    #expect(both.message == "Only one of before or after query parameter allowed")
    #expect(try catalog.send("GET", "mlmodels?after=a").status == 400)
  }

  @Test("a list is narrowed by service, by schema and by any container above it")
  func filters() throws {
    try make(["a"])
    try catalog.send("PUT", "services/mlmodelServices", ["name": "Model", "serviceType": "Mlflow"])
    try catalog.model(["name": "b", "service": "Model"])
    #expect(try names(catalog.send("GET", "mlmodels?service=Models")) == ["a"])
    #expect(try names(catalog.send("GET", "mlmodels?service=Model")) == ["b"])
    for query in ["databaseSchema=shop.db.public", "database=shop.db", "database=shop.db.public"] {
      #expect(try names(catalog.send("GET", "tables?\(query)")) == ["orders"])
    }
    #expect(try names(catalog.send("GET", "tables?database=shop.d")) == [])
    #expect(try names(catalog.send("GET", "users?isBot=true")) == ["ingestion-bot"])
  }

  @Test("deleted entities are listed when asked for")
  func include() throws {
    try make(["a", "b"])
    try catalog.send("DELETE", "mlmodels/name/Models.a")
    #expect(try names(catalog.send("GET", "mlmodels")) == ["b"])
    #expect(try names(catalog.send("GET", "mlmodels?include=deleted")) == ["a"])
    #expect(try names(catalog.send("GET", "mlmodels?include=all")) == ["a", "b"])
  }

  @Test("relationships are shown only when asked for; an unknown field is 400")
  func fields() throws {
    try make(["a"])
    let plain = try catalog.send("GET", "mlmodels/name/Models.a")
    #expect(plain["mlFeatures"]?.array?.count == 1)
    for field in ["owners", "tags", "domain", "extension", "followers", "votes", "dataProducts"] {
      #expect(plain[field] == nil)
    }
    let asked = try catalog.send("GET", "mlmodels/name/Models.a?fields=owners,tags,followers,votes")
    #expect(asked["owners"] == [])
    #expect(asked["tags"] == [])
    #expect(asked["votes"]?["upVotes"] == 0)
    let unknown = try catalog.send("GET", "mlmodels/name/Models.a?fields=owners,colour")
    #expect(unknown.status == 400)
    #expect(unknown.message == "Invalid field name colour")
  }

  @Test(
    "1.5 knows one domain, 2.0 several, and neither the other's",
    arguments: [
      ("1.5.10", "domain", "domains"), ("1.8.0", "domain", "domains"),
      ("1.9.3", "domains", "domain"), ("2.0.7", "domains", "domain"),
    ])
  func domains(version: String, known: String, unknown: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    try catalog.model()
    #expect(try catalog.send("GET", "mlmodels?fields=\(known)").status == 200)
    #expect(
      try catalog.send("GET", "mlmodels?fields=\(unknown)").message
        == "Invalid field name \(unknown)")
    let refused = try catalog.send(
      "PUT", "mlmodels",
      catalog.modelRequest(.object(JSONObject([.init(key: unknown, value: "D")]))))
    #expect(refused.status == 400)
    #expect(refused.message.hasPrefix("Unrecognized field \"\(unknown)\""))
  }

  @Test("columns always come; each has its tags, even none, when tags are asked for")
  func columnTags() throws {
    try catalog.table()
    let plain = try catalog.send("GET", "tables/name/shop.db.public.orders")
    #expect(plain["columns"]?.array?.count == 3)
    #expect(plain["columns"]?.array?.allSatisfy { $0["tags"] == nil } == true)
    #expect(
      plain["columns"]?.array?[1]["fullyQualifiedName"] == "shop.db.public.orders.order id")
    let tagged = try catalog.send("GET", "tables/name/shop.db.public.orders?fields=columns,tags")
    #expect(tagged["columns"]?.array?.allSatisfy { $0["tags"] == [] } == true)
  }

  @Test("names are found exactly: another case is another name, a slash is a letter")
  func exactNames() throws {
    try make(["Revenue", "a/b", "v 1.2"])
    #expect(try catalog.send("GET", "mlmodels/name/Models.revenue").status == 404)
    #expect(try catalog.send("GET", "mlmodels/name/Models.a%2Fb")["name"] == "a/b")
    #expect(
      try catalog.send("GET", "mlmodels/name/Models.%22v%201.2%22")["fullyQualifiedName"]
        == "Models.\"v 1.2\"")
    #expect(try catalog.send("GET", "mlmodels/name/Models.%22open").status == 400)
  }

  @Test("composed and decomposed letters are different names")
  func normalization() throws {
    try make(["Caf\u{e9}"])
    #expect(try catalog.send("GET", "mlmodels/name/Models.Caf%C3%A9").status == 200)
    #expect(try catalog.send("GET", "mlmodels/name/Models.Cafe%CC%81").status == 404)
    try make(["Cafe\u{301}"])
    #expect(try catalog.send("GET", "mlmodels")["paging"]?["total"] == 2)
  }
}
