import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite(
  "The official PostgreSQL connector beside ours", .serialized,
  .enabled(if: !OfficialClientLine.installed.isEmpty, "no official client: run `make setup`"),
  .enabled(if: PrivatePostgreSQL.isInstalled, "no PostgreSQL server is installed"),
  .timeLimit(.minutes(10)))
struct ConnectorComparisonTests {
  private static let database = Result {
    let script = try ["PostgresSourceTests/Cases/kinds.sql", "EndToEndTests/Cases/nasty.sql"].map {
      let path = ProgramRun.packageFolder.appending(path: "Tests/\($0)")
      return try String(contentsOf: path, encoding: .utf8)
    }
    return try PrivatePostgreSQL.shared.get().makeDatabase("nasty", script: script.joined())
  }

  @Test(
    "both tell the same tables and columns; a second run changes and loses nothing",
    arguments: OfficialClientLine.installed)
  func comparison(line: OfficialClientLine) async throws {
    let catalog = try await RunningCatalog(version: line.serverVersion)
    let token = try await catalog.makeBot("connector")
    let url = try Self.database.get()
    let client = OfficialClient(line, catalog, token: token)
    _ = try await client.run("ingest_postgres.py", url, "official")
    let versions = try await self.versions(catalog)
    #expect(versions.count == 13)
    _ = try await client.run("ingest_postgres.py", url, "official")
    #expect(try await self.versions(catalog) == versions, "the connector's second run")

    for _ in 1...2 { try await ingest(url, into: catalog, token: token) }
    let official = try await DescribedDatabase(of: "official", in: catalog)
    let ours = try await DescribedDatabase(of: "ours", in: catalog)
    #expect(ours.tables == 13)
    #expect(ours.columns == official.columns)
    expectJustified(official, ours, line)
  }

  /// Every difference has its line in the table, and every line of the table a difference.
  private func expectJustified(
    _ official: DescribedDatabase, _ ours: DescribedDatabase, _ line: OfficialClientLine
  ) {
    let justified = JustifiedDifference.all.filter { $0.lines.contains(line) }
    var met: Set<String> = []
    for place in Set(official.values.keys).union(ours.values.keys).sorted() {
      let (theirs, own) = (official.values[place], ours.values[place])
      if theirs == own { continue }
      let justification = justified.first { $0.covers(place) }
      if let justification { met.insert(justification.place) }
      #expect(
        justification != nil,
        "\(place): the connector says \(theirs?.text() ?? "nothing"), ours \(own?.text() ?? "nothing")"
      )
    }
    for difference in justified {
      #expect(met.contains(difference.place), "\(difference.place) does not differ any more")
    }
  }

  @Test(
    "a dropped table is soft-deleted by the connector's next run and comes back with its id",
    arguments: OfficialClientLine.installed)
  func droppedTable(line: OfficialClientLine) async throws {
    let catalog = try await RunningCatalog(version: line.serverVersion)
    let client = OfficialClient(line, catalog, token: try await catalog.makeBot("connector"))
    let server = try PrivatePostgreSQL.shared.get()
    let name = "dropping-\(line.rawValue)"
    let table = "CREATE TABLE \"Dropped.One\" (id integer);"
    let url = try server.makeDatabase(name, script: "CREATE TABLE kept (id integer);" + table)
    func run() async throws { _ = try await client.run("ingest_postgres.py", url, "svc") }
    func dropped() async throws -> CatalogClient.Reply {
      let path = "svc.%22dropping-\(line.rawValue)%22.public.%22Dropped.One%22"
      return try await catalog.call("GET", "tables/name/\(path)?include=all")
    }
    try await run()
    let id = try await dropped()["id"]
    #expect(id != nil)
    try server.run("DROP TABLE \"Dropped.One\"", in: name)
    try await run()
    #expect(try await dropped()["deleted"] == true)
    let left = try await catalog.require("GET", "tables?limit=100")
    #expect(left["data"]?.array?.map { $0["name"] } == ["kept"])
    try server.run(table, in: name)
    try await run()
    #expect(try await dropped()["deleted"] == false)
    #expect(try await dropped()["id"] == id)
  }

  /// Each table of the connector with its version.
  private func versions(_ catalog: RunningCatalog) async throws -> [String: JSON] {
    let tables = try await catalog.require("GET", "tables?limit=1000")
    var versions: [String: JSON] = [:]
    for table in tables["data"]?.array ?? [] {
      versions[table["fullyQualifiedName"]?.string ?? ""] = table["version"]
    }
    return versions
  }

  private func ingest(_ url: String, into catalog: RunningCatalog, token: String) async throws {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "mlcatalog-playground")
    let run = try await ProgramRun.of(
      program, ["ingest", "--postgres", url, "--service", "ours", "--host", catalog.baseURL],
      environment: ["OPENMETADATA_JWT_TOKEN": token, "NO_PROXY": "127.0.0.1"])
    try #require(run.status == 0, "\(run.errors)")
  }
}
