import Foundation
import JSONDocuments
import Publishing
import Reporting
import Synchronization
import TestSupport
import Testing

/// One request of a run that meets a fault, or all from one on.
struct FaultCase: Sendable, Hashable, CustomStringConvertible {
  let fault: ProxyFault
  let isLasting: Bool
  /// The number of the request, from 1.
  let number: Int

  var description: String {
    "request \(number)\(isLasting ? " and all that follow" : ""): \(fault.rawValue)"
  }

  /// All cases of a run of so many requests.
  static func all(requests: Int) -> [FaultCase] {
    ProxyFault.allCases.flatMap { fault in
      [false, true].flatMap { isLasting in
        // One after the other these take minutes and tell nothing that others do not.
        isLasting && [.late, .busy].contains(fault)
          ? []
          : (1...requests).map { FaultCase(fault: fault, isLasting: isLasting, number: $0) }
      }
    }
  }

  /// The exit statuses that may come of it, as docs/publish.md explains them.
  func statuses(of scenario: PublishScenario) -> Set<ExitCode> {
    if fault == .delayed || fault.isTransient && !isLasting { return [.success] }
    if fault == .deliveredTwice || fault == .answeredTwice { return [.success] }
    var statuses = whenReading
    if scenario != .check { statuses.formUnion([.incomplete, .differs, .findings, .stale]) }
    if !isLasting, scenario != .check { statuses.insert(.success) }
    return statuses
  }

  /// What ends a run that fails before it writes.
  private var whenReading: Set<ExitCode> {
    switch fault {
    case .busy, .busyForLong, .deadlock, .badGateway, .unavailable, .gatewayTimeout: [.gaveUp]
    case .login, .redirect, .expiredToken: [.notPermitted]
    default: [.unavailable]
    }
  }
}

/// What came of a case.
struct FaultCaseOutcome: Sendable {
  let status: ExitCode
  /// What is wrong with it; empty when all is as it should be.
  var complaints: [String] = []
}

extension FaultCase {
  /// How long a request may take, and no case should.
  private static let patience = Duration.milliseconds(1500)
  private static let bound = Duration.seconds(120)

  /// Publishes while the fault strikes, and again without it.
  func run(
    _ scenario: PublishScenario, on template: CatalogTemplate, expecting end: EndState?
  ) async throws -> FaultCaseOutcome {
    try await template.withCopy { catalog in
      let project = try Project()
      let untouched = try await CatalogPrint(catalog)
      let stranger = ScriptedServer { _ in [.answer(200)] }
      defer { stranger.stop() }
      let proxy = HookedProxy(catalog.host) { number, request in
        guard isLasting ? number >= self.number : number == self.number else { return .pass }
        return fault.action(
          for: request, patience: Self.patience, stranger: "http://localhost:\(stranger.port)")
      }
      defer { proxy.stop() }
      let run = Task {
        try await catalog.publish(project, proxy: proxy.url, patience: Self.patience) {
          scenario.configure(&$0)
        }
      }
      guard let result = try await Self.value(of: run) else {
        return FaultCaseOutcome(status: .unavailable, complaints: ["it hangs"])
      }
      var outcome = FaultCaseOutcome(status: result.outcome.status)
      let text = TextReport(style: TextStyle(), files: []).text(result)
      let json = JSONReport(tool: ToolIdentity(name: "mlcatalog", version: "0")).text(result)
      func demand(_ holds: Bool, _ complaint: String) {
        if !holds { outcome.complaints.append("\(self): \(complaint)\n\(text)") }
      }
      demand(statuses(of: scenario).contains(outcome.status), "ends with \(outcome.status)")
      demand(!(text + json).contains(catalog.token), "the token is in the output")
      demand(stranger.requests.isEmpty, "another host was asked")
      let after = try await CatalogPrint(catalog)
      if text.contains(": failed, nothing written") {
        demand(after.model == untouched.model, "the model was changed")
      }
      if text.contains(#/\n(The catalog .*|Stopped .*)?[Nn]othing written:/#) {
        demand(after == untouched, "the catalog was changed")
      }
      if scenario == .check {
        demand(after == untouched, "a check changed the catalog")
        return outcome
      }
      if outcome.status == .success {
        demand(try await EndState(catalog) == end, "green, but differs")
      }
      // What is deleted stays so unless it is asked for once more.
      let again = try await catalog.publish(project) { scenario.configure(&$0) }
      demand(again.outcome.status == .success, "the next run: \(again.told)")
      demand(outcome.status != .success || again.requests.writes == 0, "the next run writes")
      demand(try await EndState(catalog) == end, "the next run leaves a difference")
      return outcome
    }
  }

  /// The value of a task that ends in time; nil for one that does not.
  private static func value(of task: Task<RunResult, any Error>) async throws -> RunResult? {
    try await withThrowingTaskGroup(of: RunResult?.self) { group in
      group.addTask {
        try await withTaskCancellationHandler {
          try await task.value
        } onCancel: {
          task.cancel()
        }
      }
      group.addTask {
        try await Task.sleep(for: bound)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }
}

/// All of the service, the model and its edges, byte by byte, whatever state they are in.
struct CatalogPrint: Equatable, Sendable {
  private let parts: [String]

  /// The model and its edges without the service.
  var model: [String] { Array(parts.dropFirst()) }

  init(_ catalog: SampleCatalog) async throws {
    var parts: [String] = []
    for path in [
      "services/mlmodelServices/name/CustomMLService?include=all",
      "mlmodels/name/CustomMLService.Revenue%20Predictions?include=all&fields=*",
      "lineage/mlmodel/name/CustomMLService.Revenue%20Predictions?upstreamDepth=1",
    ] {
      let reply = try await catalog.catalog.call("GET", path)
      parts.append("\(reply.status) \(reply.body.text())")
    }
    self.parts = parts
  }
}
