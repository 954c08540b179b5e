import Arguments
import FoundationEssentials
import FullyQualifiedNames
import HTTPClient
import JSONDocuments
import PostgresSource

/// `ingest`: the tables of a PostgreSQL database, told to an OpenMetadata server.
struct IngestCommand {
  private static let postgres = Option(
    "postgres", value: .text("URL"), help: "postgresql://USER:PASSWORD@HOST:PORT/DATABASE")
  private static let service = Option(
    "service", value: .text("NAME"), help: "The database service in the catalog")

  static let command = Command(
    name: "ingest", summary: "Describe the tables of a PostgreSQL database to a catalog",
    discussion: """
      Uses the token in OPENMETADATA_JWT_TOKEN, or else logs in as the administrator. The service \
      is made when the catalog has none of that name, with the address, user and password.
      """,
    options: [postgres, service] + CatalogOptions.all)

  private let address: PostgresAddress
  private let service: String
  private let catalog: CatalogOptions

  init(_ arguments: ParsedArguments) throws(PlaygroundFailure) {
    guard let url = arguments.value(Self.postgres) else {
      throw PlaygroundFailure(.usage, "no database given", remedy: "add '--postgres URL'")
    }
    guard let service = arguments.value(Self.service), !service.isEmpty else {
      throw PlaygroundFailure(.usage, "no service given", remedy: "add '--service NAME'")
    }
    do throws(PostgresSourceError) {
      address = try PostgresAddress(parsing: url)
    } catch {
      throw PlaygroundFailure(.usage, "\(error)", remedy: error.remedy)
    }
    self.service = service
    catalog = try CatalogOptions(arguments, environment: ProcessInfo.processInfo.environment)
  }

  func run() async throws(PlaygroundFailure) {
    let database = try read()
    let connection = try await catalog.connect()
    let requests = try await requests(for: database, connection)
    for omission in requests.omissions { Output.complain("note: \(omission)") }
    try await send(requests, connection)
    let tables = Set(
      requests.entities.filter { $0.collection == "/v1/tables" }.map(\.fullyQualifiedName))
    try Output.print("\(tables.count) tables and views of \(database.endpoint) are in '\(service)'")
  }

  private func read() throws(PlaygroundFailure) -> DatabaseDescription {
    do {
      return try PostgresReader(address).read()
    } catch {
      throw PlaygroundFailure(.unavailable, "\(error)", remedy: error.remedy)
    }
  }

  private func requests(
    for database: DatabaseDescription, _ connection: CatalogConnection
  ) async throws(PlaygroundFailure) -> DatabaseRequests {
    let version = try await connection.get("/v1/system/version")?["version"]?.string
    guard let version else {
      throw PlaygroundFailure(
        .unavailable, "the host does not answer as an OpenMetadata server",
        remedy: "'--host' is the address of the server, without /api")
    }
    do {
      return try DatabaseRequests(
        for: database, service: service, line: ConnectorLine(version: version))
    } catch {
      throw PlaygroundFailure(.refused, "the catalog cannot hold the database: \(error)")
    }
  }

  private func send(
    _ requests: DatabaseRequests, _ connection: CatalogConnection
  ) async throws(PlaygroundFailure) {
    var sent = 0
    for request in requests.entities {
      do throws(PlaygroundFailure) {
        if request.isPreliminary, try await exists(request, connection) { continue }
        _ = try await connection.send(.put, request.collection, body: request.body)
      } catch {
        throw PlaygroundFailure(
          sent == 0 ? error.status : .incomplete,
          "\(request.fullyQualifiedName): \(error.message)", remedy: error.remedy)
      }
      sent += 1
    }
  }

  private func exists(
    _ request: EntityRequest, _ connection: CatalogConnection
  ) async throws(PlaygroundFailure) -> Bool {
    let name = PercentEncoding.segment(request.fullyQualifiedName)
    return try await connection.get("\(request.collection)/name/\(name)") != nil
  }
}
