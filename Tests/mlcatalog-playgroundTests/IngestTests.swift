import Foundation
import FullyQualifiedNames
import JSONDocuments
import TestSupport
import Testing

@Suite("ingest", .timeLimit(.minutes(2)))
struct IngestTests {
  private static let sample = Result {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docker/postgres/sample-database.sql").standardized
    return try PrivatePostgreSQL.shared.get().makeDatabase(
      "sample",
      script: String(contentsOf: script, encoding: .utf8)
        .replacing("ON DATABASE postgres", with: "ON DATABASE sample"))
  }

  private static let needsServer = ConditionTrait.enabled(
    if: PrivatePostgreSQL.isInstalled, "no PostgreSQL server is installed")

  @Test("the sample database can be read back from the catalog", needsServer)
  func sample() async throws {
    let catalog = try ServedCatalog()
    _ = try Self.sample.get()
    let reader = try PrivatePostgreSQL.shared.get().url(
      user: "openmetadata_user", password: "password", database: "sample")
    let outcome = try PlaygroundProcess.run(
      "ingest", "--postgres", reader, "--service", "demo_pg", "--host", catalog.url)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("3 tables and views of openmetadata_user@127.0.0.1:"))

    let orders = try await catalog.get(
      "/v1/tables/name/demo_pg.sample.public.orders", token: try catalog.token()
    ).document
    #expect(
      orders["columns"]?.array?.compactMap { $0["name"]?.string } == [
        "order_id", "created_at", "restaurant_id", "user_id", "last_update",
      ])
    #expect(
      orders["columns"]?.array?.compactMap { $0["dataType"]?.string } == [
        "INT", "TIMESTAMP", "INT", "INT", "TIMESTAMP",
      ])
    #expect(orders["description"] == "Orders, delivered or under way")
  }

  @Test("reading again changes nothing", needsServer)
  func again() async throws {
    let catalog = try ServedCatalog()
    let url = try PrivatePostgreSQL.shared.get().makeDatabase(
      "again",
      script: """
        CREATE TABLE one (id integer PRIMARY KEY, other integer);
        CREATE TABLE two (id integer PRIMARY KEY, other integer REFERENCES one (id));
        ALTER TABLE one ADD FOREIGN KEY (other) REFERENCES two (id);
        CREATE TABLE "Tab.le Ω" (id integer REFERENCES one (id));
        """)
    var versions: [[JSON?]] = []
    for _ in 0..<2 {
      let outcome = try PlaygroundProcess.run(
        "ingest", "--postgres", url, "--service", "s", "--host", catalog.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      var run: [JSON?] = []
      for name in ["one", "two", "Tab.le Ω"] {
        let name = try FullyQualifiedName(["s", "again", "public", name]).text()
        let table = try await catalog.get(
          "/v1/tables/name/\(PercentEncoding.segment(name))", token: try catalog.token())
        #expect(table.document["tableConstraints"]?.array?.count == 1)
        run.append(table.document["version"])
      }
      versions.append(run)
    }
    #expect(versions[0] == versions[1])
  }

  @Test("the token of the environment is used when there is one", needsServer)
  func environmentToken() throws {
    let catalog = try ServedCatalog("--admin-password", "another")
    let token = try catalog.token("--admin-password", "another")
    let accepted = try PlaygroundProcess.run(
      "ingest", "--postgres", try Self.sample.get(), "--service", "s", "--host", catalog.url,
      environment: ["OPENMETADATA_JWT_TOKEN": token])
    #expect(accepted.status == 0, "\(accepted.errors)")
    let refused = try PlaygroundProcess.run(
      "ingest", "--postgres", try Self.sample.get(), "--service", "s", "--host", catalog.url,
      environment: ["OPENMETADATA_JWT_TOKEN": "not.a.token"])
    #expect(refused.status == 77)
    #expect(!refused.errors.contains("not.a.token"))
  }

  @Test("a database that is not there is unavailable, and its password is not printed")
  func noDatabase() throws {
    let outcome = try PlaygroundProcess.run(
      "ingest", "--postgres", "postgresql://u:hunter2@127.0.0.1:1/x", "--service", "s", "--host",
      "http://127.0.0.1:1")
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("Connection refused"))
    #expect(!outcome.errors.contains("hunter2"))
  }

  @Test(
    "what is missing is named",
    arguments: [
      (["--service", "s", "--host", "http://127.0.0.1:1"], "--postgres"),
      (["--postgres", "postgresql://h/d", "--host", "http://127.0.0.1:1"], "--service"),
      (["--postgres", "postgresql://h/d", "--service", "s"], "--host"),
    ])
  func missing(options: [String], missing: String) throws {
    let outcome = try PlaygroundProcess(["ingest"] + options).finish()
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("add '\(missing)"))
  }
}
