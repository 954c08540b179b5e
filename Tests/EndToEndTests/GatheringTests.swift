import Diagnostics
import HTTPClient
import Publishing
import Reconciler
import Testing

@Suite("Reading the catalog", .timeLimit(.minutes(10)))
struct GatheringTests {
  @Test("a schema of which many tables are wanted is listed, and what the list lacks is asked for")
  func listing() async throws {
    let catalog = try await SampleCatalog()
    var manifest = "name: Wide\nalgorithm: XGBoost\nmlFeatures:\n"
    for number in 1...30 {
      if number > 1 { try await catalog.add("t\(number)", [("c", "INT")]) }
      manifest += """
          - name: f\(number)
            dataType: numerical
            featureSources:
              - name: c
                dataSourceFqn: demo_pg.postgres.public.t\(number)

        """
    }
    let project = try Project(manifest)
    let result = try await catalog.check(project)
    #expect(result.references.resolved == 29, "\(result.told)")
    #expect(result.references.unresolved == 1)
    // The version, the count, one page, the table not listed, the model, the services, and the
    // neighbours of the missing table.
    #expect(result.requests.total <= 7)
  }

  @Test("a list that would only help to suggest a name hides no finding when it fails")
  func failingSuggestions() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    try project.replace("target:", with: "domain: Finace\ntarget:")
    let result = try await catalog.publish(project, transport: FailingLists()) {
      $0.mode = .check
    }
    #expect(result.diagnostics.map(\.code) == [.entityNotFound], "\(result.told)")
  }

  /// A server that fails whenever domains are listed.
  private struct FailingLists: HTTPTransport {
    private let transport = CurlTransport()

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
      guard request.url.contains("/domains?") else {
        return try await transport.send(request)
      }
      return HTTPResponse(
        status: 500, headers: ["Content-Type": "application/json"],
        body: Array(#"{"code": 500, "message": "out of order"}"#.utf8))
    }
  }

  @Test("a server of a line that nobody knows is said so")
  func unknownLine() async throws {
    let catalog = try await SampleCatalog(version: "1.4.0")
    let result = try await catalog.check(try Project())
    #expect(result.diagnostics.contains { $0.code == .unknownServerLine }, "\(result.told)")
  }
}
