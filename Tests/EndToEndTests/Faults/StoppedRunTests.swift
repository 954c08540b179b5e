import Foundation
import Publishing
import Reporting
import Synchronization
import TestSupport
import Testing

@Suite("A signal at every request of a run", .timeLimit(.minutes(30)))
struct StoppedRunTests {
  static let scenarios: [PublishScenario] = [.create, .update, .restore]

  @Test(
    "the write under way is finished and read back, no other begins, and the report is true",
    arguments: scenarios, [ExitCode.interrupted, .terminated])
  func stopped(_ scenario: PublishScenario, _ signal: ExitCode) async throws {
    let template = try await scenario.template(version: "1.9.3")
    let (requests, end) = try await template.withCopy { catalog in
      let result = try await catalog.publish(try Project()) { scenario.configure(&$0) }
      return (result.requests.total, try await EndState(catalog))
    }
    let numbers = (1...requests).filter { FaultMatrixTests.isWhole || $0 % 4 == 3 }
    let complaints = try await numbers.mapSideBySide(width: 4) { number in
      try await Self.complaints(scenario, signal, number, template, end)
    }
    for complaint in complaints.flatMap({ $0 }) { Issue.record("\(complaint)") }
  }

  private static func complaints(
    _ scenario: PublishScenario, _ signal: ExitCode, _ number: Int, _ template: CatalogTemplate,
    _ end: EndState
  ) async throws -> [String] {
    try await template.withCopy { catalog in
      let project = try Project()
      let before = try await CatalogPrint(catalog)
      let interruption = Interruption()
      let proxy = HookedProxy(catalog.host) { count, _ in
        if count == number { interruption.request(signal) }
        return .pass
      }
      defer { proxy.stop() }
      let result = try await catalog.publish(
        project, interruption: interruption, proxy: proxy.url
      ) { scenario.configure(&$0) }
      let text = TextReport(style: TextStyle(), files: []).text(result)
      var complaints: [String] = []
      func demand(_ holds: Bool, _ complaint: String) {
        if !holds { complaints.append("\(scenario), request \(number): \(complaint)\n\(text)") }
      }
      demand(result.outcome.status == signal, "ends with \(result.outcome.status)")
      let later = proxy.requests.dropFirst(number).filter { $0.method != "GET" }
      demand(later.isEmpty, "\(later.map(\.method)) after the signal")
      let isUntouched = try await CatalogPrint(catalog) == before
      let claimsNothing = text.contains("Stopped by a signal, nothing written")
      demand(claimsNothing == isUntouched, "nothing written: \(claimsNothing), \(isUntouched)")
      let again = try await catalog.publish(project) { scenario.configure(&$0) }
      demand(again.outcome.status == .success, "the next run: \(again.told)")
      demand(try await EndState(catalog) == end, "the next run leaves a difference")
      return complaints
    }
  }

  /// A request of an update, and what the program gets there.
  struct Blow: Sendable, CustomTestStringConvertible {
    let signal: Int32
    let number: Int
    var testDescription: String { "signal \(signal) at request \(number)" }
  }

  static let blows: [Blow] = {
    let all = [SIGKILL, SIGINT, SIGTERM].flatMap { signal in
      (1...15).map { Blow(signal: signal, number: $0) }
    }
    var random = SeededRandom(seed: 11)
    return FaultMatrixTests.isWhole ? all : Array(all.shuffled(using: &random).prefix(5))
  }()

  @Test("so it is with the program itself, which may also be killed", arguments: blows)
  func program(_ blow: Blow) async throws {
    let scenario = PublishScenario.update
    let template = try await scenario.template(version: "2.0.7")
    let end = try await template.withCopy { catalog in
      _ = try await catalog.publish(try Project())
      return try await EndState(catalog)
    }
    try await template.withCopy { catalog in
      let project = try Project()
      let victim = Mutex<RunningPublisher?>(nil)
      let isStarted = DispatchSemaphore(value: 0)
      let proxy = HookedProxy(catalog.host) { count, _ in
        if count == 1 { isStarted.wait() }
        guard count == blow.number else { return .pass }
        victim.withLock { $0 }?.signal(blow.signal)
        return blow.signal == SIGKILL ? .drop : .pass
      }
      defer { proxy.stop() }
      let publisher = try PublisherProcess(project, host: proxy.url, token: catalog.token)
        .start(scenario.arguments)
      victim.withLock { $0 = publisher }
      isStarted.signal()
      let outcome = try await publisher.outcome()
      if proxy.requestCount >= blow.number {
        let status = blow.signal == SIGINT ? 130 : 143
        // A signal to the last request may come when all is done.
        #expect(
          blow.signal == SIGKILL ? outcome.isKilled : [0, Int32(status)].contains(outcome.status),
          "\(outcome.everything)")
      }
      #expect(!outcome.everything.contains(catalog.token))
      let again = try await catalog.publish(project)
      #expect(again.outcome.status == .success, "\(again.told)")
      #expect(try await EndState(catalog) == end)
    }
  }
}
