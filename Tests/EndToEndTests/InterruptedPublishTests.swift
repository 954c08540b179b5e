import Foundation
import HTTPClient
import JSONDocuments
import Publishing
import Synchronization
import TestSupport
import Testing

@Suite("Publishing that is cut short", .timeLimit(.minutes(10)))
struct InterruptedPublishTests {
  /// Publishes by a program of its own that the hook, which sees every request, may signal.
  private func publish(
    _ project: Project, to catalog: SampleCatalog,
    _ hook: @escaping @Sendable (Int, ScriptedRequest, RunningPublisher) -> ProxyAction
  ) async throws -> (outcome: PublisherProcess.Outcome, requests: Int) {
    let victim = Mutex<RunningPublisher?>(nil)
    let isStarted = DispatchSemaphore(value: 0)
    let proxy = HookedProxy(catalog.host) { count, request in
      if count == 1 { isStarted.wait() }
      guard let publisher = victim.withLock({ $0 }) else { return .pass }
      return hook(count, request, publisher)
    }
    let publisher = try PublisherProcess(project, host: proxy.url, token: catalog.token)
      .start(["publish"])
    victim.withLock { $0 = publisher }
    isStarted.signal()
    return (try await publisher.outcome(), proxy.requestCount)
  }

  @Test("kill -9 before any request, then publish again: the same end state", arguments: 1...13)
  func killed(_ number: Int) async throws {
    let expected = try await EndState.undisturbed.value
    let catalog = try await SampleCatalog()
    let project = try Project()
    let (outcome, requests) = try await publish(project, to: catalog) { count, _, publisher in
      guard count == number else { return .pass }
      publisher.signal(SIGKILL)
      return .drop
    }
    #expect(outcome.isKilled || requests < number, "\(outcome.everything)")

    let again = try await catalog.publish(project)
    #expect(again.outcome.status == .success, "\(again.told)")
    #expect(try await EndState(catalog) == expected)
  }

  @Test("cut short before the edges twice, and a source dropped between: its bare edge goes")
  func cutShortTwice() async throws {
    let catalog = try await SampleCatalog()
    let proxy = HookedProxy(catalog.host) { _, request in
      request.method != "GET" && request.target.contains("/lineage") ? .drop : .pass
    }
    let project = try Project()
    let publisher = PublisherProcess(project, host: proxy.url, token: catalog.token)
    #expect(try await publisher.run("publish", "--timeout", "20").status == 3)
    try project.replace(
      "boolean\n        dataSourceFqn: demo_pg.postgres.public.users", with: "boolean")
    #expect(try await publisher.run("publish", "--timeout", "20").status == 3)
    #expect(try await catalog.edges().keys.contains("users"))

    let again = try await catalog.publish(project)
    #expect(again.outcome.status == .success, "\(again.told)")
    #expect(try await catalog.edges().keys.sorted() == ["orders", "restaurants"])
    #expect(try await catalog.publish(project).requests.writes == 0)
  }

  @Test("a lost answer to any write is settled by reading, and the run succeeds", arguments: 1...5)
  func lostAnswers(_ number: Int) async throws {
    let catalog = try await SampleCatalog()
    let writes = Mutex(0)
    let proxy = HookedProxy(catalog.host) { _, request in
      guard request.method != "GET" else { return .pass }
      let isVictim = writes.withLock { writes in
        writes += 1
        return writes == number
      }
      return isVictim ? .loseAnswer : .pass
    }
    let run = try await PublisherProcess(try Project(), host: proxy.url, token: catalog.token)
      .run("publish", "--format", "json")
    #expect(run.status == 0, "\(run.everything)")
    #expect(try await catalog.edges().count == 3)
    // A write is not repeated when it had arrived: a service, a model, three edges.
    #expect(writes.withLock { $0 } == 5)
  }

  @Test(
    "SIGINT and SIGTERM let the write under way finish, and no other begin",
    arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func signals(_ number: Int32, _ status: Int32) async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    let (outcome, _) = try await publish(project, to: catalog) { _, request, publisher in
      if request.method == "PUT", request.target.hasSuffix("/mlmodels") {
        publisher.signal(number)
        Thread.sleep(forTimeInterval: 0.3)
      }
      return .pass
    }
    #expect(outcome.status == status, "\(outcome.everything)")
    #expect(outcome.output.contains("MLC509"))
    #expect(try await catalog.modelStatus() == 200)
    let edges = try await catalog.edges()
    let columns = edges.values.flatMap { $0 }
    #expect(columns.isEmpty)

    let again = try await catalog.publish(project)
    #expect(again.outcome.status == .success, "\(again.told)")
  }

  @Test("a model whose turn never came shows no version that it would have had")
  func notBegun() async throws {
    let catalog = try await SampleCatalog()
    let interruption = Interruption()
    let transport = InterposedTransport(beforeFirst: .post) { interruption.request(.terminated) }
    let result = try await catalog.publish(
      try Project(), interruption: interruption, transport: transport)
    #expect(result.writtenServices == ["CustomMLService"])
    #expect(result.models[0].action == .create && result.models[0].progress == .notStarted)
    #expect(result.models[0].versionAfter == nil)
  }

  @Test("a signal while the catalog is read ends the run at once, and nothing is written")
  func signalWhileReading() async throws {
    let slow = ScriptedServer { _ in [.pause(.seconds(30))] }
    defer { slow.stop() }
    let publisher = try PublisherProcess(try Project(), host: slow.url, token: "secret-token")
      .start(["publish"])
    for _ in 1...500 where slow.requests.isEmpty {
      try await Task.sleep(for: .milliseconds(20))
    }
    publisher.signal(SIGINT)
    let outcome = try await publisher.outcome()
    #expect(outcome.status == 130, "\(outcome.everything)")
    #expect(outcome.output.contains("nothing written"))
  }

  @Test("a run ends at its --timeout when the server does not answer")
  func timeout() async throws {
    let silent = ScriptedServer { _ in [.pause(.seconds(30))] }
    defer { silent.stop() }
    let start = ContinuousClock.now
    let run = try await PublisherProcess(try Project(), host: silent.url, token: "secret-token")
      .run("publish", "--timeout", "1")
    #expect(run.status == 69, "\(run.everything)")
    #expect(run.output.contains("--timeout"))
    #expect(start.duration(to: .now) < .seconds(28))
  }
}
