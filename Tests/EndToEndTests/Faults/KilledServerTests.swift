import Foundation
import Publishing
import TestSupport
import Testing

@Suite("A server that is killed under a publisher", .timeLimit(.minutes(30)))
struct KilledServerTests {
  /// When the server is killed, by the number of a request, and how much later in milliseconds.
  struct Moment: Sendable, CustomTestStringConvertible {
    let number: Int
    let delay: Int
    var testDescription: String { "request \(number), \(delay) ms later" }
  }

  static let moments: [Moment] = {
    let all = (1...14).flatMap { number in
      [0, 2, 6].map { Moment(number: number, delay: $0) }
    }
    var random = SeededRandom(seed: 3)
    return FaultMatrixTests.isWhole ? all : Array(all.shuffled(using: &random).prefix(4))
  }()

  @Test(
    "it comes back with its data file, and the run or the next one ends as if nothing had been",
    arguments: moments)
  func restarted(_ moment: Moment) async throws {
    let template = try await PublishScenario.update.template(version: "1.5.10")
    let end = try await template.withCopy { catalog in
      _ = try await catalog.publish(try Project())
      return try await EndState(catalog)
    }
    try await template.withDataFile { path in
      let server = try await RestartingCatalog(path)
      let proxy = HookedProxy(to: { server.address() }) { number, _ in
        if number == moment.number {
          Thread.detachNewThread {
            Thread.sleep(forTimeInterval: Double(moment.delay) / 1000)
            server.kill()
          }
        }
        return .pass
      }
      defer { proxy.stop() }
      let project = try Project()
      let run = try await PublisherProcess(project, host: proxy.url, token: template.token)
        .run("publish", "--timeout", "60")
      #expect([0, 3, 69].contains(run.status), "\(run.everything)")
      server.kill()
      let catalog = try template.open(path)
      defer { catalog.catalog.stop() }
      if run.status == 0 { #expect(try await EndState(catalog) == end, "\(run.everything)") }
      let again = try await catalog.publish(project)
      #expect(again.outcome.status == .success, "\(again.told)")
      #expect(try await EndState(catalog) == end)
    }
  }
}
