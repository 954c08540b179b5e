import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Requests that are refused")
struct RequestTests {
  let catalog: CatalogUnderTest

  init() throws { catalog = try CatalogUnderTest() }

  @Test(
    "an unknown property is 400, at any depth",
    arguments: [
      #"{"colour":"red"}"#, #"{"mlFeatures":[{"name":"a","colour":"red"}]}"#,
      #"{"mlFeatures":[{"name":"a","featureSources":[{"name":"s","colour":1}]}]}"#,
      #"{"mlStore":{"colour":"red"}}"#, #"{"tags":[{"tagFQN":"a","colour":1}]}"#,
    ])
  func unknownProperty(changes: String) throws {
    let reply = try catalog.send("PUT", "mlmodels", catalog.modelRequest(JSON(parsing: changes)))
    #expect(reply.status == 400)
    #expect(reply.message.hasPrefix("Unrecognized field \"colour\""))
  }

  @Test(
    "a required property that is missing or null is named",
    arguments: ["name", "service"])
  func required(member: String) throws {
    let changes = JSON.object(JSONObject([.init(key: member, value: .null)]))
    let reply = try catalog.send("PUT", "mlmodels", catalog.modelRequest(changes))
    #expect(reply.status == 400)
    #expect(reply.message == "[query param \(member) must not be null]")
  }

  @Test(
    "values of the wrong kind are 400",
    arguments: [
      #"{"mlFeatures":{}}"#, #"{"mlFeatures":["a"]}"#, #"{"mlStore":"s3"}"#, #"{"name":[]}"#,
      #"{"mlFeatures":[{"name":"a","dataType":"text"}]}"#, #"{"server":"no uri"}"#,
      #"{"sourceHash":"012345678901234567890123456789012"}"#, #"{"sourceHash":""}"#,
      #"{"service":""}"#,
    ])
  func wrongKind(changes: String) throws {
    let reply = try catalog.send("PUT", "mlmodels", catalog.modelRequest(JSON(parsing: changes)))
    #expect(reply.status == 400)
    #expect(reply["code"] == 400)
  }

  @Test("a number where a text belongs is taken as its text")
  func coercion() throws {
    let reply = try catalog.model([
      "mlHyperParameters": JSON(parsing: #"[{"name":"a","value":0.50}]"#)
    ])
    #expect(reply["mlHyperParameters"] == [["name": "a", "value": "0.50"]])
  }

  @Test(
    "a body that is no JSON or no object is 400",
    arguments: ["", "{", "[]", "\"a\"", "{\"name\":\"a\",}"])
  func malformed(body: String) throws {
    let reply = try catalog.send("PUT", "mlmodels", bytes: Array(body.utf8))
    #expect(reply.status == 400)
    #expect(reply.message != "")
  }

  @Test("bytes that are no UTF-8 and deep nesting are 400")
  func hostileBodies() throws {
    let bytes: [UInt8] = Array("{\"name\":\"".utf8) + [0xff] + Array("\"}".utf8)
    #expect(try catalog.send("PUT", "mlmodels", bytes: bytes).status == 400)
    let deep = String(repeating: "[", count: 100_000)
    #expect(try catalog.send("PUT", "mlmodels", bytes: Array(deep.utf8)).status == 400)
  }

  @Test(
    "names are refused by the rules of the line",
    arguments: [
      ("1.5.10", "a::b", 400), ("1.5.10", "a\nb", 400), ("1.5.10", "a>b", 201),
      ("1.5.10", "a\"b", 400),
      ("1.5.10", "", 400), ("1.13.0", "a\"b", 201), ("2.0.7", "a>b", 400), ("2.0.7", "a\"b", 400),
      ("2.0.7", "a\tb", 400), ("2.0.7", "a:b (c)/d %", 201),
    ])
  func names(version: String, name: String, status: Int) throws {
    let catalog = try CatalogUnderTest(version: version)
    let reply = try catalog.send(
      "PUT", "mlmodels", catalog.modelRequest(["name": .string(name)]))
    #expect(reply.status == status, "\(reply.body.text())")
    if name == "a\"b", status == 201 {
      #expect(reply["fullyQualifiedName"] == "Models.\"a\"\"b\"")
    }
  }

  @Test("a name has at most 256 characters")
  func longName() throws {
    let longest = String(repeating: "a", count: 256)
    #expect(try catalog.model(["name": .string(longest)]).status == 201)
    let reply = try catalog.send(
      "PUT", "mlmodels", catalog.modelRequest(["name": .string(longest + "a")]))
    #expect(reply.message == "[query param name size must be between 1 and 256]")
  }

  @Test(
    "an address that is none is 400",
    arguments: ["notmail", "a@b.c", "a b@open-metadata.org", "@open-metadata.org", "someone@"])
  func email(address: String) throws {
    let reply = try catalog.send("PUT", "users", ["name": "a", "email": .string(address)])
    #expect(reply.status == 400)
    #expect(reply.message.contains("email"))
  }

  @Test("a path that leads nowhere is 404, a method it does not have 405")
  func routes() throws {
    #expect(try catalog.send("GET", "nowhere").status == 404)
    #expect(try catalog.send("GET", "nowhere").message == "HTTP 404 Not Found")
    #expect(try catalog.send("DELETE", "mlmodels").status == 405)
  }

  @Test("an id that is none is not found")
  func badIdentifier() throws {
    let reply = try catalog.send("GET", "mlmodels/42")
    #expect(reply.status == 404)
    #expect(reply.message == "mlmodel instance for 42 not found")
  }

  @Test(
    "a column without the length or element type it needs is 400",
    arguments: [
      #"{"name":"a","dataType":"VARCHAR"}"#, #"{"name":"a","dataType":"ARRAY"}"#,
      #"{"name":"a","dataType":"STRUCT"}"#, #"{"name":"a","dataType":"ROCK"}"#, #"{"name":"a"}"#,
    ])
  func columns(column: String) throws {
    try catalog.table()
    let reply = try catalog.send(
      "PUT", "tables",
      [
        "name": "t", "databaseSchema": "shop.db.public", "columns": [JSON(parsing: column)],
      ])
    #expect(reply.status == 400)
  }

  @Test("columns whose letters are composed otherwise are two columns")
  func composition() throws {
    try catalog.table()
    let reply = try catalog.send(
      "PUT", "tables",
      [
        "name": "t", "databaseSchema": "shop.db.public",
        "columns": [
          ["name": "caf\u{e9}", "dataType": "INT"], ["name": "cafe\u{301}", "dataType": "INT"],
        ],
      ])
    #expect(reply["columns"]?.array?.count == 2, "\(reply.body.text())")
  }
}
