import HTTPClient
import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler
import Testing

@testable import Publishing

@Suite("Creating a service")
struct ServicePublicationTests {
  private let interruption = Interruption()
  private let service = ServicePlan(name: "s", action: .create, request: ["name": "s"])

  private func create(
    _ script: @escaping @Sendable (HTTPRequest, Int) -> ScriptedTransport.Answer
  ) async throws -> (step: ServicePublication.Step, asked: [String]) {
    let transport = ScriptedTransport(script)
    let client = OpenMetadataClient(
      server: try ServerURL(parsing: "http://localhost:1"),
      capabilities: Capabilities(version: try #require(ServerVersion("1.5.10"))), token: nil,
      transport: transport)
    let control = WriteControl(ledger: WriteLedger(), interruption: interruption)
    let step = await ServicePublication(client: client, control: control).publish(service)
    return (step, transport.asked)
  }

  private static let created: JSON = ["id": "s1", "name": "s", "serviceType": "CustomMlModel"]

  @Test("a signal while the service is written does not make it unwritten")
  func signalMeanwhile() async throws {
    let interruption = interruption
    let done = try await create { _, _ in
      interruption.request(.interrupted)
      return .json(201, Self.created)
    }
    guard case .written = done.step else {
      Issue.record("the service is told as \(done.step)")
      return
    }
  }

  @Test("a signal before leaves it alone")
  func signalBefore() async throws {
    interruption.request(.interrupted)
    let done = try await create { _, _ in .json(201, Self.created) }
    #expect(done.asked.isEmpty)
    guard case .stopped = done.step else {
      Issue.record("the service is told as \(done.step)")
      return
    }
  }

  @Test("a lost answer is settled by reading")
  func lostAnswer() async throws {
    let done = try await create { request, _ in
      request.method == .post ? .lost : .json(200, Self.created)
    }
    #expect(done.asked.map { $0.prefix(3) } == ["POS", "GET"])
    guard case .written = done.step else {
      Issue.record("the service is told as \(done.step)")
      return
    }
  }

  @Test("a service that another shard made meanwhile is left as it is, and not told as ours")
  func overtaken() async throws {
    let done = try await create { request, _ in
      request.method == .post
        ? .json(409, ["code": 409, "message": "Entity already exists"])
        : .json(200, Self.created)
    }
    #expect(done.asked.map { $0.prefix(3) } == ["POS", "GET"])
    guard case .found = done.step else {
      Issue.record("the service is told as \(done.step)")
      return
    }
  }
}
