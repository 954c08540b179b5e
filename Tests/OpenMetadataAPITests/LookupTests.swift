import FullyQualifiedNames
import HTTPClient
import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import TestSupport
import Testing

@Suite("Entities by name", .timeLimit(.minutes(1)))
struct LookupTests {
  private let orders = FullyQualifiedName(["pg", "db", "public", "orders"])

  private func lookUp<Entity>(
    _ steps: ScriptedStep, version: String = "1.5.10",
    _ call: (OpenMetadataClient) async throws -> Entity
  ) async throws -> (Entity, [String]) {
    let server = ScriptedServer(answers: [[steps]])
    defer { server.stop() }
    let result = try await call(try client(of: server, version: version))
    return (result, server.requests.map(\.target))
  }

  @Test("a table is asked for with its columns, deleted ones included")
  func findsTable() async throws {
    let (table, targets) = try await lookUp(.json(200, ordersTable)) {
      try await $0.table(named: orders)
    }
    #expect(table.entity?.columns.map(\.name) == ["id"])
    #expect(
      targets == ["/api/v1/tables/name/pg.db.public.orders?fields=columns%2Ctags&include=all"])
  }

  @Test("the tags of a table and its columns are read, but for suggested ones and terms")
  func tags() async throws {
    func label(_ name: String, _ source: String = "Classification", _ state: String = "Confirmed")
      -> String
    {
      #"{"tagFQN":"\#(name)","source":"\#(source)","labelType":"Manual","state":"\#(state)"}"#
    }
    let labels = [
      label("PII.Sensitive"), label("PII.None", "Classification", "Suggested"),
      label("Business.Revenue", "Glossary"),
    ].joined(separator: ",")
    let body = """
      {"id":"i","name":"orders","fullyQualifiedName":"pg.db.public.orders",
       "entityStatus":"Deprecated","tags":[\(labels)],
       "columns":[{"name":"id","dataType":"STRUCT","tags":[\(labels)],
        "children":[{"name":"x","dataType":"INT","tags":[\(label("PII.None"))]}]}]}
      """
    let (found, _) = try await lookUp(.json(200, body)) { try await $0.table(named: orders) }
    let table = try #require(found.entity)
    #expect(table.isDeprecated)
    #expect(table.tags == ["PII.Sensitive"])
    #expect(table.columns.map(\.tags) == [["PII.Sensitive"]])
    #expect(table.columns.first?.children.map(\.tags) == [["PII.None"]])
  }

  @Test("the token and the media type go with each request")
  func sendsToken() async throws {
    let server = ScriptedServer(answers: [[.json(200, ordersTable)]])
    defer { server.stop() }
    _ = try await client(of: server).table(named: orders)
    _ = try await client(of: server, token: nil).table(named: orders)
    #expect(
      server.requests.map { $0.headers["authorization"] } == ["Bearer t0ken-of-ours", nil])
    #expect(server.requests.first?.headers["accept"] == "application/json")
  }

  @Test("deleted, missing and forbidden are three answers")
  func tellsApart() async throws {
    let gone = ordersTable.replacing("\"deleted\":false", with: "\"deleted\":true")
    let (deleted, _) = try await lookUp(.json(200, gone)) { try await $0.table(named: orders) }
    guard case .deleted(let table) = deleted else {
      Issue.record("expected a deleted table, got \(deleted)")
      return
    }
    #expect(table.id == "t1")
    let (missing, _) = try await lookUp(.json(404, "{\"code\":404,\"message\":\"no table\"}")) {
      try await $0.table(named: orders)
    }
    #expect(missing == .notFound)
    let (forbidden, _) = try await lookUp(.json(403, "{\"code\":403,\"message\":\"not yours\"}")) {
      try await $0.table(named: orders)
    }
    #expect(forbidden == .forbidden("not yours"))
  }

  @Test(
    "names are quoted as the line quotes and encoded completely",
    arguments: [
      (["svc", "m v1.2"], "1.5.10", "svc.%22m%20v1.2%22"),
      (["my.svc", "a/b"], "1.5.10", "%22my.svc%22.a%2Fb"),
      (["svc", "a\"b"], "1.13.0", "svc.%22a%22%22b%22"),
      (["svc", "50%+é?#"], "2.0.7", "svc.50%25%2B%C3%A9%3F%23"),
      (["svc", ".."], "1.5.10", "svc.%22..%22"),
    ])
  func quotes(parts: [String], version: String, segment: String) async throws {
    let (_, targets) = try await lookUp(.json(404, "{}"), version: version) {
      try await $0.table(named: FullyQualifiedName(parts))
    }
    #expect(targets == ["/api/v1/tables/name/\(segment)?fields=columns%2Ctags&include=all"])
  }

  @Test("a name that the line cannot write is not there, and nothing is asked")
  func impossibleName() async throws {
    let (table, targets) = try await lookUp(.json(200, ordersTable)) {
      try await $0.table(named: FullyQualifiedName(["svc", "a\"b"]))
    }
    #expect(table == .notFound)
    #expect(targets == [])
  }

  @Test(
    "a model is asked for with the fields of the line",
    arguments: [
      ("1.5.10", "domain"), ("1.8.9", "domain"), ("1.9.0", "domains"), ("2.0.7", "domains"),
    ])
  func findsModel(version: String, domains: String) async throws {
    let (model, targets) = try await lookUp(.json(200, revenueModel), version: version) {
      try await $0.model(named: FullyQualifiedName(["ml", "Revenue"]))
    }
    #expect(model.entity?.version.lexeme == "0.2")
    let fields = "owners%2Ctags%2C\(domains)%2CdataProducts%2Cdashboard%2Cextension"
    #expect(targets == ["/api/v1/mlmodels/name/ml.Revenue?fields=\(fields)&include=all"])
  }

  @Test(
    "anything else is found by its kind and name",
    arguments: [
      (NamedEntity.Kind.domain, "Finance", "domains/name/Finance"),
      (.glossaryTerm, "Business.Net Revenue", "glossaryTerms/name/Business.Net%20Revenue"),
      (.dataProduct, "Revenue", "dataProducts/name/Revenue"),
      (.dashboard, "superset.\"a.b\"", "dashboards/name/superset.%22a.b%22"),
      (.user, "Jane", "users/name/jane"), (.query, "q", "queries/name/q"),
    ])
  func findsEntity(_ kind: NamedEntity.Kind, _ name: String, _ path: String) async throws {
    let answer: JSON = ["id": "e1", "name": "n", "fullyQualifiedName": .string(name)]
    let (entity, targets) = try await lookUp(.json(200, answer.text())) {
      try await $0.entity(NamedEntity(kind, name))
    }
    #expect(entity.entity?.type == kind.rawValue)
    #expect(entity.entity?.fullyQualifiedName == name)
    #expect(targets == ["/api/v1/\(path)?include=all"])
  }

  @Test("an answer that tells of another entity is none")
  func mixedUp() async throws {
    await #expect(throws: OpenMetadataError.self) {
      _ = try await lookUp(.json(200, revenueModel)) {
        try await $0.model(named: FullyQualifiedName(["ml", "Other"]))
      }
    }
  }

  @Test("the custom properties of models are read with their types and what they allow")
  func customProperties() async throws {
    let answer = """
      {"name":"mlmodel","customProperties":[
        {"name":"stage","propertyType":{"id":"1","type":"type","name":"enum"},
         "customPropertyConfig":{"config":{"values":["test","live"],"multiSelect":true}}},
        {"name":"reviewed","propertyType":{"name":"date-cp"},
         "customPropertyConfig":{"config":"yyyy-MM-dd"}},
        {"name":"approver","propertyType":{"name":"entityReference"},
         "customPropertyConfig":{"config":["user"]}},
        {"name":"odd"}]}
      """
    let (lookup, targets) = try await lookUp(.json(200, answer)) {
      try await $0.customProperties()
    }
    let properties = try #require(lookup.entity)
    #expect(properties.map(\.type) == ["enum", "date-cp", "entityReference"])
    #expect(properties[0].values == ["test", "live"])
    #expect(properties[0].isMultiSelect)
    #expect(properties[1].format == "yyyy-MM-dd")
    #expect(properties[2].entityTypes == ["user"])
    #expect(
      targets == ["/api/v1/metadata/types/name/mlmodel?fields=customProperties&include=all"])
  }

  @Test("names for suggestions take one request, however many there are")
  func names() async throws {
    let answer = """
      {"data":[{"fullyQualifiedName":"Finance"},{"name":"x"}],"paging":{"total":9,"after":"c"}}
      """
    let (names, targets) = try await lookUp(.json(200, answer)) {
      try await $0.names(of: .domain)
    }
    #expect(names == ["Finance"])
    #expect(targets == ["/api/v1/domains?limit=1000"])
  }

  @Test("services, users, teams and tags are found by their names")
  func findsOthers() async throws {
    let (service, first) = try await lookUp(
      .json(200, "{\"id\":\"s\",\"name\":\"my.svc\",\"serviceType\":\"CustomMlModel\"}")
    ) { try await $0.service(named: "my.svc") }
    #expect(service.entity?.serviceType == "CustomMlModel")
    #expect(first == ["/api/v1/services/mlmodelServices/name/%22my.svc%22?include=all"])
    let (user, second) = try await lookUp(
      .json(200, "{\"id\":\"u\",\"name\":\"ann\",\"email\":\"ann@example.com\"}")
    ) { try await $0.user(named: "Ann") }
    #expect(user.entity?.email == "ann@example.com")
    #expect(second == ["/api/v1/users/name/ann?include=all"])
    let (team, third) = try await lookUp(
      .json(200, "{\"id\":\"t\",\"name\":\"Data\",\"teamType\":\"Group\"}")
    ) { try await $0.team(named: "Data") }
    #expect(team.entity?.teamType == "Group")
    #expect(third == ["/api/v1/teams/name/Data?include=all"])
    let (tag, fourth) = try await lookUp(
      .json(200, "{\"id\":\"g\",\"name\":\"Sensitive\",\"fullyQualifiedName\":\"PII.Sensitive\"}")
    ) { try await $0.tag(named: FullyQualifiedName(["PII", "Sensitive"])) }
    #expect(tag.entity == TagLabel(tagFQN: "PII.Sensitive"))
    #expect(fourth == ["/api/v1/tags/name/PII.Sensitive?include=all"])
  }

  @Test("a person's name with a dot is asked for in quotes when it is not found without")
  func findsDottedUser() async throws {
    let server = ScriptedServer(answers: [
      [.json(404, "{}")], [.json(200, "{\"id\":\"u\",\"name\":\"ann.lee\"}")],
    ])
    defer { server.stop() }
    let user = try await client(of: server).user(named: "ann.lee")
    #expect(user.entity?.reference.id == "u")
    #expect(
      server.requests.map(\.target) == [
        "/api/v1/users/name/ann.lee?include=all", "/api/v1/users/name/%22ann.lee%22?include=all",
      ])
  }

  @Test("an entity without its necessary fields is an invalid answer, not a missing entity")
  func refusesIncomplete() async throws {
    let error = try await failure([.json(200, "{\"id\":\"t1\"}")]) {
      _ = try await $0.table(named: FullyQualifiedName(["a"]))
    }
    #expect(error == .invalidAnswer("'tables' lacks a necessary field"))
  }

  @Test("the principal is read from the logged-in user")
  func findsPrincipal() async throws {
    let (principal, targets) = try await lookUp(.json(200, "{\"name\":\"ci\",\"isBot\":true}")) {
      try await $0.principal()
    }
    #expect(principal == Principal(name: "ci", isBot: true))
    #expect(targets == ["/api/v1/users/loggedInUser"])
  }
}
