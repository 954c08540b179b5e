import Diagnostics
import Foundation
import JSONDocuments
import Publishing
import RegisteredModels
import TestSupport
import Testing

@Suite("Checks without a server find what checks with one do", .timeLimit(.minutes(10)))
struct OfflineParityTests {
  @Test(
    "manifests with all kinds of mistakes, made by chance",
    arguments: ["1.5.10", "1.9.3", "2.0.7"])
  func generated(version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    try await catalog.addEntities()
    try await catalog.define("tables", "entityReferenceList", ["table", "user"])
    let orders = try await catalog.catalog.require(
      "GET", "tables/name/\(SampleCatalog.schema).restaurants")
    var random = SeededRandom(seed: 7)
    var codes: Set<String> = []
    for round in 0..<40 {
      if round == 25 {
        try await catalog.catalog.require("DELETE", "tables/\(orders["id"]?.string ?? "")")
      }
      let project = try Project(Self.manifest(&random))
      try project.write(Self.config(&random), to: "mlcatalog.yaml")
      let online = try await catalog.check(project)
      let locked = try await catalog.lock(project)
      // Of a file that is no YAML no lock is made.
      if locked.outcome.status == .unreadableInput { continue }
      #expect(locked.findings.isEmpty, "\(locked.findings)")
      let offline = try await project.checkOffline()
      let manifest = try project.read("ml_model.yaml")
      #expect(offline.stateless == online.stateless, "\(manifest)")
      #expect(offline.references == online.references)
      #expect(offline.requests.total == 0)
      codes.formUnion(online.diagnostics.map(\.code.rawValue))
      let again = try await catalog.lock(project)
      #expect(again.text == nil, "a second lock changes nothing: \(again.differences)")
    }
    // Otherwise this would compare nothing with nothing.
    #expect(codes.isSuperset(of: ["MLC230", "MLC260", "MLC261", "MLC263", "MLC264", "MLC265"]))
    #expect(codes.isSuperset(of: ["MLC266", "MLC267", "MLC268", "MLC280", "MLC285", "MLC286"]))
  }

  @Test(
    "a model in a real MLflow, whatever contradicts it there", .needsMLflow,
    arguments: MLflowLine.installed)
  func registered(line: MLflowLine) async throws {
    let registered = try await RegisteredProject(line)
    try await registered.register()
    try await registered.register(status: "FAILED", table: "public.nowhere")
    try await registered.server.setAlias("champion", of: registered.model, to: "1")
    let features = """
      algorithm: A
      mlFeatures: [{name: order_i, dataType: categorical}, {name: persona, dataType: numerical}]
      mlHyperParameters: [{name: eta, value: 0.75}, {name: depth, value: 6}]
      suppress:
        - {code: MLC320, reason: known}
        - {code: MLC311, path: 'mlFeatures[nothing]', reason: unused}
      """
    let cases = [
      ("alias: champion", ""), ("alias: champion", features), ("version: 2", ""),
      ("version: 2", features), ("alias: champio", ""), ("version: 9", features),
      ("alias: champion\n    version: 2", ""), ("stage: Production", "extension: ~"),
      ("version: latest", "extension: {mlModelVersion: 7, mlStag: x}"),
    ]
    for (selector, lines) in cases {
      try registered.write(selector, lines)
      let online = try await registered.check { $0.requiredAlias = "champion" }
      let locked = try await registered.catalog.lock(
        registered.project, registry: registered.environment)
      #expect(locked.findings.isEmpty, "\(locked.findings)")
      let offline = try await registered.project.checkOffline { $0.requiredAlias = "champion" }
      #expect(offline.stateless == online.stateless, "\(selector) \(lines)")
      #expect(offline.registries == online.registries)
      #expect(offline.models[0].registered?.version == online.models[0].registered?.version)
    }
  }

  // MARK: Manifests by chance

  private static func manifest(_ random: inout SeededRandom) -> String {
    var text = Project.manifest
    for _ in 0...(random.next() % 5) {
      let (old, new) = pick(mistakes, &random)
      text = text.replacing(old, with: new)
    }
    var keys = entries
    keys.shuffle(using: &random)
    for key in keys.prefix(Int(random.next() % 6)) { text += pick(key, &random) + "\n" }
    if random.next() % 4 == 0 {
      text += "suppress: [{code: \(pick(["MLC264", "MLC266", "MLC401"], &random)), reason: r}]\n"
    }
    return text
  }

  private static func config(_ random: inout SeededRandom) -> String {
    pick(["{}\n", "severity: {MLC264: error, MLC265: off}\n"], &random)
  }

  private static let mistakes = [
    ("public.orders", "public.ordrs"), ("public.orders", "public.ORDERS"),
    ("demo_pg.postgres.public.orders", "demo_pg.orders"), ("postgres.public", "postgre.public"),
    ("name: premium", "name: premum"), ("name: last_update\n", "name: orders\n"),
    ("dataType: boolean", "dataType: date"), ("dataType: timestamp", "dataType: integer"),
    ("target:", "targt:"), ("dataSourceFqn: demo_pg.postgres.public.users", "description: none"),
    ("name: rating", "name: average"), ("public.restaurants", "public.restaurants_v2"),
    ("- name: is_premium", "- name: is_premium\n    tags: [PII.Sensitve, PII.None]"),
    ("algorithm: XGBoost\n", "algorithm: XGBoost\ntier: Tier.Tier9\n"),
  ]

  private static let entries = [
    ["tags: [PII.Sensitive]", "tags: [PII.Sensitve, Nothing.Like]", "tags: [Business.Revenue]"],
    ["owners: [admin]", "owners: [admim]", "owners: [team:Nope]", "owners: [admin@elsewhere.org]"],
    ["glossaryTerms: [Business.Revenue]", "glossaryTerms: [Business.Revenu, PII.None]"],
    ["domains: [Finance]", "domains: [finance, Logistics]", "domain: Finances"],
    ["dataProducts: [Revenue]", "dataProducts: [Revenu]"],
    ["dashboard: superset.revenue", "dashboard: superset.revenu", "dashboard: other.costs"],
    [
      "extension: {costCenter: 4711, approver: admin}",
      "extension: {costCentre: 1, stage: [test, live], approver: admim}",
      "extension: {tables: ['table:\(SampleCatalog.schema).orders', 'user:nobody', 'x']}",
      "extension: {reviewed: 21.11.2026, tables: ['table:\(SampleCatalog.schema).order']}",
    ],
  ]

  private static func pick<Value>(_ values: [Value], _ random: inout SeededRandom) -> Value {
    values[Int(random.next() % UInt64(values.count))]
  }
}
