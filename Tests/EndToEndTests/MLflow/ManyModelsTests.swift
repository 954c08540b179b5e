import Foundation
import JSONDocuments
import ModelRegistries
import RegisteredModels
import TestSupport
import Testing

@Suite("Many models of a real MLflow", .serialized, .timeLimit(.minutes(20)))
struct ManyModelsTests {
  /// A thousand take minutes to make; what is asked for is the same.
  private static let count =
    ProcessInfo.processInfo.environment["MLCATALOG_TEST_ALL"] == nil ? 45 : 1000

  @Test(
    "are found by searches and one file each", arguments: MLflowLine.installed)
  func searches(line: MLflowLine) async throws {
    let server = try await RunningMLflow(line)
    try await makeModels(on: server)
    let wanted = (0..<Self.count).map { (model: "many \($0)", selector: selector(of: $0)) }
    let start = ContinuousClock.now
    let asked = try await RegistryAsked(
      wanted, environment: ["MLFLOW_TRACKING_URI": server.url])
    let duration = start.duration(to: .now)
    for (reference, answer) in asked.answers {
      guard case .version(let version) = answer else {
        Issue.record("\(reference.model): \(answer)")
        continue
      }
      #expect(version.version == (reference.selector == .latest ? "2" : "1"))
      #expect(version.parameters.map(\.value.value) == [reference.model])
      #expect(version.signature?.inputs.map(\.name) == [reference.model])
      #expect(version.gaps == [])
    }
    #expect(asked.answers.count == Self.count)
    // Pages of models and of versions, the experiments, the runs by hundreds; and the files.
    let pages = 4 + (Self.count + 99) / 100 + (2 * Self.count) / 1000 + Self.count / 1000
    #expect(asked.requests <= Self.count + pages, "\(asked.requests)")
    print("\(line.rawValue): \(Self.count) models, \(asked.requests) requests, \(duration)")
  }

  private func selector(of number: Int) -> RegistrySelector {
    number.isMultiple(of: 2) ? .latest : .alias("champion")
  }

  private func makeModels(on server: RunningMLflow) async throws {
    // SQLite has one writer: more at once only wait.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in 0..<2 {
        group.addTask {
          for number in stride(from: lane, to: Self.count, by: 2) {
            try await makeModel("many \(number)", on: server)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func makeModel(_ name: String, on server: RunningMLflow) async throws {
    let run = try await server.makeRun(parameters: ["name": name])
    let inputs: JSON = [["type": "long", "name": .string(name)]]
    let place = try await server.store(
      "signature: {inputs: '\(inputs.text())'}", at: "MLmodel", in: "0/\(run)/artifacts/model")
    try await server.makeModel(name, description: "One of many.")
    try await server.makeVersion(of: name, source: place, run: run)
    try await server.makeVersion(of: name, source: place, run: run)
    try await server.setAlias("champion", of: name, to: "1")
  }
}
