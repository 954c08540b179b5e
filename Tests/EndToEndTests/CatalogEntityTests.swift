import Diagnostics
import JSONDocuments
import ModelManifests
import Publishing
import Reconciler
import TestSupport
import Testing

@Suite("Terms, domains, data products, dashboards, custom properties", .timeLimit(.minutes(2)))
struct CatalogEntityTests {
  private static let lines = ["1.5.10", "1.9.3", "1.13.0", "2.0.7"]
  private static let keys = """
    glossaryTerms: [Business.Revenue]
    domain: Finance
    dataProducts: [Revenue]
    dashboard: superset.revenue
    extension:
      costCenter: 4711
      stage: live
      reviewed: 2026-11-21
      approver: admin

    """

  private func project() throws -> Project {
    let project = try Project()
    try project.replace("target:", with: Self.keys + "target:")
    try project.replace(
      "name: is_premium\n", with: "name: is_premium\n    glossaryTerms: [Business.Income]\n")
    return project
  }

  @Test("are set, changed and removed, and a second run writes nothing", arguments: lines)
  func life(version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    try await catalog.addEntities()
    let project = try project()
    let (first, second) = try await catalog.publishTwice(project, "created")
    // Version, model, service twice, write, read back, edges and lineage: 10. Three tables, five
    // things that are named, the types of custom properties, a user.
    #expect(first.requests.total <= 20)
    #expect(second.requests.total <= 13)
    var model = try await catalog.extendedModel()
    #expect(terms(model) == ["Business.Revenue"])
    #expect(terms(feature(model)) == ["Business.Income"])
    #expect(domains(model) == ["Finance"])
    #expect(names(model["dataProducts"]) == ["Revenue"])
    #expect(model["dashboard"]?["name"] == "revenue")
    #expect(model["extension"]?["costCenter"] == 4711)
    #expect(model["extension"]?["stage"] == ["live"])
    #expect(model["extension"]?["reviewed"] == "2026-11-21")
    #expect(model["extension"]?["approver"]?["name"] == "admin")

    try project.replace("[Business.Revenue]", with: "[Business.Income]")
    try project.replace("domain: Finance", with: "domains: [Logistics]")
    try project.replace("superset.revenue", with: "superset.costs")
    try project.replace("dataProducts: [Revenue]", with: "dataProducts: []")
    try project.replace("costCenter: 4711", with: "costCenter: 12")
    try project.replace("stage: live", with: "stage: test")
    try project.replace("  reviewed: 2026-11-21\n", with: "")
    try project.replace("approver: admin", with: "approver: ~")
    try await catalog.publishTwice(project, "changed")
    model = try await catalog.extendedModel()
    #expect(terms(model) == ["Business.Income"])
    #expect(domains(model) == ["Logistics"])
    #expect(names(model["dataProducts"]) == [])
    #expect(model["dashboard"]?["name"] == "costs")
    #expect(model["extension"] == ["costCenter": 12, "stage": ["test"]])

    try project.write(Project.manifest)
    let (removal, _) = try await catalog.publishTwice(project, "removed")
    #expect(removal.models[0].plan?.changes.allSatisfy { $0.after == nil } == true)
    model = try await catalog.extendedModel()
    #expect(terms(model) == [])
    #expect(terms(feature(model)) == [])
    #expect(domains(model) == [])
    #expect(model["dashboard"] == nil)
    #expect(model["extension"]?.object?.isEmpty ?? true)
  }

  @Test("are added to a model that is there, by one patch", arguments: lines)
  func added(version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    try await catalog.addEntities()
    let project = try Project()
    try await catalog.publishTwice(project, "plain")
    let (first, _) = try await catalog.publishTwice(try self.project(), "added")
    #expect(first.requests.writes == 1)
    let origins = first.models[0].plan?.changes.map(\.origin.description) ?? []
    #expect(origins.count == 9)
    #expect(origins.allSatisfy { $0.contains("ml_model.yaml:") })
  }

  @Test("keep what a steward gave, and take back what belongs to the file", arguments: lines)
  func steward(version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    try await catalog.addEntities()
    let project = try project()
    try await catalog.publishTwice(project, "created")

    let admin = catalog.catalog.adminToken
    let income: JSON = [
      "tagFQN": "Business.Income", "source": "Glossary", "labelType": "Manual",
      "state": "Confirmed",
    ]
    try await catalog.edit(
      "tags", .array((try await catalog.model()["tags"]?.array ?? []) + [income]), token: admin)
    let logistics = try await catalog.reference("domains", "Logistics", "domain")
    let finance = try await catalog.reference("domains", "Finance", "domain")
    if catalog.hasDomainList {
      try await catalog.edit("domains", [finance, logistics], token: admin)
    } else {
      try await catalog.edit("domain", logistics, token: admin)
    }
    var properties = try #require(try await catalog.extendedModel()["extension"]?.object)
    properties["costCenter"] = 99
    properties["stage"] = ["test"]
    try await catalog.edit("extension", .object(properties), token: admin)
    try project.write(try project.read("ml_model.yaml") + "ownership: {extension.stage: catalog}\n")

    let (first, _) = try await catalog.publishTwice(project, "edited")
    let changed = first.models[0].plan?.changes.map(\.path.description) ?? []
    #expect(
      changed == (catalog.hasDomainList ? [] : ["domain"]) + ["extension.costCenter"])
    let overwritten = first.diagnostics.filter { $0.code == .overwrittenEdit }
    #expect(overwritten.count == changed.count, "\(first.told)")
    #expect(first.models[0].plan?.kept.map(\.path.description) == ["extension.stage"])
    let model = try await catalog.extendedModel()
    #expect(terms(model) == ["Business.Income", "Business.Revenue"])
    #expect(domains(model) == (catalog.hasDomainList ? ["Finance", "Logistics"] : ["Finance"]))
    #expect(model["extension"]?["costCenter"] == 4711)
    #expect(model["extension"]?["stage"] == ["test"])

    try project.write(Project.manifest)
    try await catalog.publishTwice(project, "removed")
    let rest = try await catalog.extendedModel()
    #expect(terms(rest) == ["Business.Income"])
    #expect(domains(rest) == (catalog.hasDomainList ? ["Logistics"] : []))
    #expect(rest["extension"] == ["stage": ["test"]])
  }

  @Test("a domain that the service gives is no difference, asked for or not", arguments: lines)
  func inherited(version: String) async throws {
    let catalog = try await SampleCatalog(version: version)
    try await catalog.addEntities()
    let project = try Project()
    try await catalog.publishTwice(project, "created")
    let service = try await catalog.catalog.require(
      "GET", "services/mlmodelServices/name/CustomMLService")
    let finance = try await catalog.reference("domains", "Finance", "domain")
    try await catalog.catalog.require(
      "PATCH", "services/mlmodelServices/\(service["id"]?.string ?? "")",
      [
        [
          "op": "add", "path": catalog.hasDomainList ? "/domains" : "/domain",
          "value": catalog.hasDomainList ? [finance] : finance,
        ]
      ])
    #expect(domains(try await catalog.extendedModel()) == ["Finance"])
    for keys in ["", "domain: Finance\n", "domains: [Finance]\n"] {
      try project.write(Project.manifest + keys)
      let result = try await catalog.publish(project)
      #expect(result.outcome.status == .success, "\(result.told)")
      #expect(result.requests.writes == 0, "\(keys)")
    }
    try project.write(Project.manifest + "domains: [Logistics]\ndataProducts: [Revenue]\n")
    try await catalog.publishTwice(project, "one of its own")
    #expect(domains(try await catalog.extendedModel()) == ["Logistics"])
  }

  @Test("what is wrong with them is told in one go, and what would change with its origin")
  func told() async throws {
    let catalog = try await SampleCatalog(version: "2.0.7")
    try await catalog.addEntities()
    let project = try Project()
    try await catalog.publishTwice(project, "plain")
    let publisher = PublisherProcess(try self.project(), host: catalog.host, token: catalog.token)
    let plan = try await publisher.run("publish", "--check", "-v")
    #expect(plan.status == 0, "\(plan.everything)")
    try expectGolden(
      plan.output.replacing(catalog.host, with: "https://catalog.example"), "entities-plan.txt")

    let costs = try await catalog.catalog.require("GET", "dashboards/name/superset.costs")
    try await catalog.catalog.require("DELETE", "dashboards/\(costs["id"]?.string ?? "")")
    let wrong = try Project(
      Project.manifest + """
        glossaryTerms: [Business.Revenu]
        domains: [finance, Zebra]
        dataProducts: [Revenues]
        dashboard: superset.costs
        extension:
          costCentre: 1
          costCenter: about 4711
          stage: [test, live]
          reviewed: 21.11.2026
          approver: admim

        """)
    let findings = try await PublisherProcess(wrong, host: catalog.host, token: catalog.token)
      .run("publish")
    #expect(findings.status == 1, "\(findings.everything)")
    try expectGolden(
      findings.output.replacing(catalog.host, with: "https://catalog.example"),
      "entities-findings.txt")
  }

  // MARK: Looking at models

  private func feature(_ model: JSON) -> JSON {
    model["mlFeatures"]?.array?.first { $0["name"] == "is_premium" } ?? .null
  }

  private func terms(_ document: JSON) -> [String] {
    (document["tags"]?.array ?? []).filter { $0["source"] == "Glossary" }
      .compactMap { $0["tagFQN"]?.string }.sorted()
  }

  private func domains(_ model: JSON) -> [String] {
    names(model["domains"] ?? model["domain"].map { [$0] })
  }

  private func names(_ references: JSON?) -> [String] {
    (references?.array ?? []).compactMap { $0["name"]?.string }.sorted()
  }
}
