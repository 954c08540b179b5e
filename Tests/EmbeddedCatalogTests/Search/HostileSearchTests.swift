import FullyQualifiedNames
import JSONDocuments
import TestSupport
import Testing

@testable import EmbeddedCatalog

@Suite("Hostile searches")
struct HostileSearchTests {
  private static let hostile = [
    "\"", "\"\"", "\"a", "'", "';DROP TABLE entities;--", "%", "_", "\\", "a\\", "(", ")", "((((",
    "a)b(c", "AND", "OR", "NOT", "NOT NOT a", "a AND", "AND a", "a AND OR NOT b", "-", "--a", "+",
    "!", "!!a", ":", ":a", "a:", "a:b:c", "name:", "name:\"", "$.x:1", "a.b\"c:1", "..:x", "*",
    "**",
    "*?*?*", "?", "a*b*c*d", "{a}", "NEAR(a b)", "^a", "name : a", "a*\"b", "[1 TO 2]", "/re/", "~",
    "\u{feff}", "é́", "\u{10ffff}", "🦓", "<script>alert(1)</script>", "columns.name:*", "&&", "||",
    "rowid:1", "search:1", "a\u{1}b",
  ]

  @Test("no text of a query is an error of the server", arguments: hostile)
  func anyText(text: String) throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    let encoded = PercentEncoding.segment(text)
    for path in [
      "query?q=\(encoded)&index=all", "suggest?q=\(encoded)&index=all",
      "fieldQuery?fieldName=fullyQualifiedName&fieldValue=\(encoded)&index=all",
      "fieldQuery?fieldName=\(encoded)&fieldValue=a&index=all",
      "query?q=a&index=all&query_filter=\(encoded)", "query?q=&index=all&search_after=\(encoded)",
      "query?q=&index=all&sort_field=\(encoded)",
      "query?q=&sort_field=name&search_after=\(encoded)",
      "query?q=&index=all&include_source_fields=\(encoded)",
      "query?q=&index=all&query_filter="
        + PercentEncoding.segment(
          (["query": ["term": .object(JSONObject([.init(key: text, value: "a")]))]] as JSON)
            .text()),
    ] {
      #expect(try catalog.send("GET", "search/" + path).status == 200, "\(path)")
    }
    let index = try catalog.send("GET", "search/query?q=a&index=\(encoded)")
    #expect(index.status == 404 || index.status == 200)
  }

  @Test(
    "a score beyond all numbers is behind every hit or before it",
    arguments: ["1e300", "-1e300", "nan", "inf", "-inf", "1e999", "0x1p2000"])
  func scores(after: String) throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    for order in ["asc", "desc"] {
      let path = "search/query?q=orders&sort_order=\(order)&search_after=\(after)"
      #expect(try catalog.send("GET", path).status == 200)
    }
  }

  @Test(
    "no search tells a secret of a connection, nor whether it was guessed",
    arguments: [
      "q=connection.config.password:topsecret", "q=connection.password:topsecret",
      "q=password:topsecret", "q=authType.password:topsecret", "q=connection:%7B*",
      "sort_field=connection", "sort_field=connection&search_after=%7B",
      "q=topsecret", "q=*topsecret*",
      "post_filter="
        + PercentEncoding.segment(
          #"{"query":{"term":{"connection.config.authType.password":"topsecret"}}}"#),
    ])
  func secrets(parameters: String) throws {
    let catalog = try CatalogUnderTest()
    try catalog.send(
      "PUT", "services/databaseServices",
      [
        "name": "shop", "serviceType": "Postgres",
        "connection": ["config": ["type": "Postgres", "authType": ["password": "topsecret"]]],
      ])
    let consumer = try catalog.user("carl", role: "DataConsumer")
    let reply = try catalog.send(
      "GET", "search/query?index=database_service_search_index&\(parameters)", token: consumer)
    #expect(reply.status == 200)
    #expect(!reply.body.text().contains("topsecret"))
    let hits = reply["hits"]?["total"]?["value"]
    #expect(hits == (parameters == "sort_field=connection" ? 1 : 0), "\(reply.body.text())")
  }

  @Test(
    "numbers out of range are the client's fault",
    arguments: ["size=-1", "size=x", "from=-1", "from=99999999999999999999", "size=10001"])
  func numbers(parameter: String) throws {
    let status = try CatalogUnderTest().send("GET", "search/query?q=a&\(parameter)").status
    #expect(status == 400 || status == 404)
  }

  @Test("thousands of words, parentheses and stars are answered")
  func long() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    for text in [
      String(repeating: "a ", count: 4000), String(repeating: "(", count: 8000),
      String(repeating: "NOT ", count: 2000) + "a", String(repeating: "*a", count: 4000),
      String(repeating: "(a AND ", count: 1000), "\"" + String(repeating: "b ", count: 4000),
    ] {
      let path = "search/query?index=all&q=\(PercentEncoding.segment(text))"
      #expect(try catalog.send("GET", path).status == 200, "\(text.prefix(20))")
    }
    let deep =
      String(repeating: #"{"bool":{"must":["#, count: 60) + #"{"match_all":{}}"#
      + String(repeating: "]}}", count: 60)
    let filter = PercentEncoding.segment(#"{"query":\#(deep)}"#)
    #expect(try catalog.send("GET", "search/query?query_filter=\(filter)").status == 200)
  }

  @Test("random texts of the query language are answered")
  func random() throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    var random = SeededRandom(seed: 7)
    let parts = [
      "a", "\"", "(", ")", " ", "*", "?", ":", "AND", "OR", "NOT", "\\", "-", "name", "é",
    ]
    for _ in 1...400 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }.joined()
      let path = "search/query?index=all&q=\(PercentEncoding.segment(text))"
      #expect(try catalog.send("GET", path).status == 200, "\(text)")
    }
  }
}
