import Diagnostics
import ModelManifests
import Publishing
import Testing

@Suite("Choosing among many models")
struct ModelSelectionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (service, name) in [
      ("Churn", "monthly"), ("Churn", "weekly"), ("Revenue", "monthly"), ("Revenue", "by.region"),
    ] {
      try folder.write(
        "\(service)-\(name)/ml_model.yaml",
        "serviceName: \(service)\nname: \(name)\nalgorithm: XGBoost\n")
    }
  }

  private func input(_ patterns: String..., shard: String? = nil) -> PublishInput {
    PublishInput(
      operands: [folder.path], configFile: nil,
      selection: ModelSelection(patterns: patterns, shard: shard.flatMap(Shard.init(parsing:))))
  }

  private func names(_ input: PublishInput) -> [String] { input.models.map(\.findingsKey) }

  @Test("patterns are of fully qualified names, and several add up")
  func patterns() {
    #expect(names(input("Churn.*")) == ["Churn.monthly", "Churn.weekly"])
    #expect(names(input("*.monthly")) == ["Churn.monthly", "Revenue.monthly"])
    #expect(
      names(input("Churn.weekly", "*by.region*")) == ["Churn.weekly", #"Revenue."by.region""#])
    #expect(input("Churn.*").troubles.isEmpty)
    #expect(input("Churn.*").selected?.selected == 2)
    #expect(input().selected == nil)
  }

  @Test(
    "a pattern that fits nothing is an error, and says what may have been meant",
    arguments: [
      ("Chrun.weekly", "did you mean `Churn.weekly`?"), ("weekly", "did you mean `Churn.weekly`?"),
      ("Revenu.*", "did you mean `Revenue.*`?"), ("month*", "did you mean `*.month*`?"),
      (
        "Forecasts.*",
        #"the models are `Churn.monthly`, `Churn.weekly`, `Revenue."by.region"`, `Revenue.monthly`"#
      ),
    ])
  func nothing(_ pattern: String, _ hint: String) {
    let input = input("Churn.*", pattern)
    #expect(input.troubles == [.noInput] && !input.isUsable)
    #expect(input.diagnostics.items.map(\.code) == [.nothingSelected])
    #expect(input.diagnostics.items.first?.hint == hint)
  }

  @Test("shards of a selection are disjoint and complete, and an empty one is no error")
  func shards() {
    let all = (1...4).flatMap { names(input("*.monthly", shard: "\($0)/4")) }
    #expect(all.sorted() == ["Churn.monthly", "Revenue.monthly"])
    let parts = (1...9).map { input(shard: "\($0)/9") }
    #expect(parts.contains { $0.models.isEmpty } && parts.allSatisfy { $0.troubles.isEmpty })
    #expect(parts.allSatisfy { $0.selected?.described == 4 && $0.selected?.matched == 4 })
  }

  @Test("what is wrong with models that are not meant is not told")
  func othersFindings() throws {
    try folder.write("x/ml_model.yaml", "serviceName: Broken\nname: a\nalgorithm: {}\n")
    try folder.write("y/ml_model.yaml", "serviceName: Broken\nname: b\nname: b\nalgorithm: c\n")
    #expect(input("Churn.*").diagnostics.items.isEmpty)
    #expect(input("Churn.*").troubles.isEmpty)
    #expect(input("Broken.a").diagnostics.items.map(\.code) == [.wrongKind])
    #expect(input("Broken.b").troubles == [.unreadableInput])
  }

  @Test("of a file that cannot be read nobody knows whether it describes what was asked for")
  func unreadable() throws {
    try folder.write("x/ml_model.yaml", "serviceName: [\n")
    let input = input("Forecasts.*")
    #expect(input.troubles == [.unreadableInput])
    #expect(!input.diagnostics.items.contains { $0.code == .nothingSelected })
  }
}
