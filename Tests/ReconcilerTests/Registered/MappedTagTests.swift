import Diagnostics
import ModelManifests
import RegisteredModels
import Testing

@testable import Reconciler

@Suite("Tags and owners by the project's rules")
struct MappedTagTests {
  private static func located(_ text: String) -> Located<String> {
    Located(text, at: RegisteredFixture.place)
  }

  private static func tagRule(_ key: String, _ value: String, _ tag: String) -> RegistryTagRule {
    RegistryTagRule(key: located(key), value: located(value), tag: located(tag))
  }

  private static func tag(_ key: String, _ value: String) -> RegistryTag {
    RegistryTag(.version, key: key, value: Sourced(value, from: "mlflow:#tags.\(key)"))
  }

  private func run(_ tags: [RegistryTag]) -> RegisteredFixture {
    var run = RegisteredFixture()
    run.mapTables()
    run.answer = .version(RegisteredFixture.version { $0.tags = tags })
    run.options.registry.tags = [
      Self.tagRule("sensitivity", "high", "PII.Sensitive"),
      Self.tagRule("importance", "1", "Tier.Tier1"), Self.tagRule("kind", "odd", "PII.Od"),
    ]
    run.options.registry.owners = [
      RegistryOwnerRule(key: Self.located("team"), kind: .team),
      RegistryOwnerRule(key: Self.located("owner"), kind: .user),
    ]
    return run
  }

  @Test("a tag and an owner come from the registry by rule, each with its place")
  func mapped() throws {
    var run = run([
      Self.tag("sensitivity", "high"), Self.tag("sensitivity", "low"), Self.tag("importance", "1"),
      Self.tag("owner", "jane.doe"), Self.tag("unmapped", "x"),
    ])
    let plan = try run.plan()
    let labels = plan.sourced.filter { line in
      ["tags", "tier", "owners"].contains { line.hasPrefix($0) }
    }
    #expect(
      labels == [
        #"owners[jane.doe]: {"id":"id-of-jane.doe","type":"user","#
          + #""fullyQualifiedName":"jane.doe"} [mlflow:#tags.owner]"#,
        #"tags[PII.Sensitive]: "PII.Sensitive" [mlflow:#tags.sensitivity]"#,
        #"tier: "Tier.Tier1" [mlflow:#tags.importance]"#,
      ])
    #expect(run.lines == [])
  }

  @Test("the file's tags and owners win as a whole")
  func fileWins() throws {
    var run = run([Self.tag("sensitivity", "high"), Self.tag("owner", "jane.doe")])
    let plan = try run.plan(RegisteredFixture.manifest("tags: [PII.None]\nowners: []"))
    #expect(plan.expected["tags[PII.None]"] != nil)
    #expect(plan.expected["tags[PII.Sensitive]"] == nil)
    #expect(plan.expected.leaves.keys.allSatisfy { $0.topLevelMember != "owners" })
  }

  @Test("a tag or an owner that the catalog lacks is a note, and nothing is taken away")
  func unknown() throws {
    var known = run([Self.tag("sensitivity", "high"), Self.tag("owner", "jane.doe")])
    try known.publish()
    var run = run([Self.tag("kind", "odd"), Self.tag("owner", "nobody")])
    run.catalog = known.catalog
    #expect(try run.plan().lines == [])
    #expect(
      run.lines == [
        "4:12 note MLC342 the catalog has no user `nobody`",
        "4:12 note MLC343 the catalog has no tag `PII.Od`",
      ])
  }

  @Test("an owner that the registry names no more goes")
  func ownerGone() throws {
    var run = run([Self.tag("owner", "jane.doe")])
    try run.publish()
    run.answer = .version(RegisteredFixture.version())
    let plan = try run.plan()
    #expect(plan.sourced == ["owners[jane.doe]: – [mlflow:models:/revenue/7]"])
  }
}
