import FullyQualifiedNames
import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import TestSupport
import Testing

@Suite("Lists and histories", .timeLimit(.minutes(1)))
struct ListTests {
  private let schema = FullyQualifiedName(["pg", "db", "public"])

  private func page(_ name: String, after: String?) -> ScriptedStep {
    let paging = after.map { "{\"total\":2,\"after\":\"\($0)\"}" } ?? "{\"total\":2}"
    return .json(200, "{\"data\":[{\"id\":\"\(name)\",\"name\":\"\(name)\"}],\"paging\":\(paging)}")
  }

  @Test("services are read to the last page, deleted ones included, cursors encoded")
  func readsAllPages() async throws {
    let server = ScriptedServer(answers: [
      [page("one", after: "a+b=")], [page("two", after: nil)],
    ])
    defer { server.stop() }
    let services = try await client(of: server).services()
    #expect(services.map(\.name) == ["one", "two"])
    #expect(
      server.requests.map(\.target) == [
        "/api/v1/services/mlmodelServices?include=all&limit=1000",
        "/api/v1/services/mlmodelServices?include=all&limit=1000&after=a%2Bb%3D",
      ])
  }

  @Test("pages that lead in a circle come to an end")
  func endsCircles() async throws {
    let error = try await failure([page("one", after: "same")]) { _ = try await $0.services() }
    #expect(error == .invalidAnswer("the pages of 'services' lead in a circle"))
  }

  @Test("an entry without its necessary fields is an invalid answer")
  func refusesIncomplete() async throws {
    let error = try await failure([.json(200, "{\"data\":[{\"id\":\"x\"}],\"paging\":{}}")]) {
      _ = try await $0.services()
    }
    #expect(error == .invalidAnswer("'services' lacks a necessary field"))
  }

  @Test("a schema's tables are listed and counted")
  func listsTables() async throws {
    let server = ScriptedServer { request in
      request.target.contains("limit=0")
        ? [.json(200, "{\"data\":[],\"paging\":{\"total\":123}}")]
        : [.json(200, "{\"data\":[\(ordersTable)],\"paging\":{\"total\":1,\"after\":null}}")]
    }
    defer { server.stop() }
    let client = try client(of: server)
    #expect(try await client.tableCount(inSchema: schema) == 123)
    #expect(try await client.tables(inSchema: schema).map(\.name) == ["orders"])
    #expect(
      server.requests.map(\.target) == [
        "/api/v1/tables?databaseSchema=pg.db.public&limit=0",
        "/api/v1/tables?databaseSchema=pg.db.public&fields=columns%2Ctags&limit=1000",
      ])
  }

  @Test("tags are listed by their classification, classifications by name")
  func listsTags() async throws {
    let entry = "{\"name\":\"None\",\"fullyQualifiedName\":\"PII.None\"}"
    let server = ScriptedServer { _ in
      [.json(200, "{\"data\":[\(entry)],\"paging\":{\"total\":1}}")]
    }
    defer { server.stop() }
    let client = try client(of: server)
    #expect(try await client.tags(inClassification: FullyQualifiedName(["a.b"])) == ["PII.None"])
    #expect(try await client.classifications() == ["None"])
    #expect(
      server.requests.map(\.target) == [
        "/api/v1/tags?parent=%22a.b%22&limit=1000", "/api/v1/classifications?limit=1000",
      ])
  }

  @Test("versions are JSON texts inside JSON, newest first, lexemes kept")
  func readsVersions() async throws {
    let inner = revenueModel.replacing("\"", with: "\\\"").replacing("\n", with: "")
    let older = inner.replacing("0.2", with: "0.10")
    let server = ScriptedServer(answers: [
      [.json(200, "{\"entityType\":\"mlmodel\",\"versions\":[\"\(inner)\",\"\(older)\"]}")]
    ])
    defer { server.stop() }
    let versions = try await client(of: server).versions(ofModel: "m1")
    #expect(versions.map(\.version.lexeme) == ["0.2", "0.10"])
    #expect(versions.map(\.updatedBy) == ["ann", "ann"])
    #expect(server.requests.map(\.target) == ["/api/v1/mlmodels/m1/versions"])
  }

  @Test(
    "a history that the server cannot give at once is read version by version, back to the last 50")
  func readsVersionsOneByOne() async throws {
    let server = ScriptedServer { request in
      if request.target.hasSuffix("/versions") { return [.json(500, #"{"message":"too much"}"#)] }
      let number = request.target.split(separator: "/").last.flatMap { Int($0.dropFirst(2)) } ?? 80
      let change = #""changeDescription":{"previousVersion":0.\#(number - 1)}"#
      return [
        .json(
          200,
          revenueModel.replacing("0.2", with: "0.\(number)")
            .replacing(#""updatedBy""#, with: change + #","updatedBy""#))
      ]
    }
    defer { server.stop() }
    let versions = try await client(of: server).versions(ofModel: "m1")
    #expect(versions.count == 50)
    #expect(versions.first?.version.lexeme == "0.80")
    #expect(versions.last?.version.lexeme == "0.31")
  }

  @Test(
    "a history with an entry that cannot be read is an invalid answer",
    arguments: [
      "{\"versions\":[\"{broken\"]}", "{\"versions\":[\"{}\"]}", "{\"versions\":{}}", "{}",
    ])
  func refusesBrokenHistory(body: String) async throws {
    let error = try await failure([.json(200, body)]) { _ = try await $0.versions(ofModel: "m1") }
    #expect(error == .invalidAnswer("'mlmodels' lacks a necessary field"))
  }
}
