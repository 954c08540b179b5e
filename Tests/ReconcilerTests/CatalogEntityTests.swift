import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("Glossary terms, domains, data products and dashboards")
struct CatalogEntityTests {
  private static let everything = """
    glossaryTerms: [Business.Revenue]
    domain: Finance
    dataProducts: [Revenue]
    dashboard: superset.revenue
    """
  private static let lines = ["1.5.10", "1.9.3", "1.13.0", "2.0.7"]

  private func catalog(_ version: String = "2.0.7") -> SmallCatalog {
    var catalog = SmallCatalog()
    catalog.version = version
    return catalog
  }

  private func steward(_ reference: EntityReference, inherited: Bool = false) -> JSON {
    var object = reference.document.object ?? JSONObject()
    if inherited { object["inherited"] = true }
    return .object(object)
  }

  @Test("a new model is created with the names that its line wants", arguments: lines)
  func creation(version: String) throws {
    var catalog = catalog(version)
    let plan = try catalog.publish(Manifest(extra: Self.everything).yaml)
    #expect(catalog.codes == [])
    guard case .create(let body) = plan.write else {
      Issue.record("nothing is created")
      return
    }
    let hasList = version != "1.5.10"
    #expect(body["domain"] == (hasList ? nil : "Finance"))
    #expect(body["domains"] == (hasList ? ["Finance"] : nil))
    #expect(body["dataProducts"] == ["Revenue"])
    #expect(body["dashboard"] == "superset.revenue")
    #expect(
      body["tags"] == [
        [
          "tagFQN": "Business.Revenue", "source": "Glossary", "labelType": "Manual",
          "state": "Confirmed",
        ]
      ])
    let again = try catalog.plan(Manifest(extra: Self.everything).yaml)
    #expect(again.lines == [])
    #expect(again.write == .none)
  }

  @Test("a change is one patch of whole members, and says names", arguments: lines)
  func change(version: String) throws {
    var catalog = catalog(version)
    try catalog.publish(Manifest().yaml)
    let plan = try catalog.publish(Manifest(extra: Self.everything).yaml)
    guard case .patch(let patch) = plan.write else {
      Issue.record("nothing is patched")
      return
    }
    let domain = version == "1.5.10" ? "domain" : "domains"
    #expect(patch.operations.map(\.member) == ["dashboard", domain, "dataProducts", "tags"])
    #expect(patch.operations.map(\.group) == [.core, .owners, .owners, .tags])
    #expect(plan.changes.allSatisfy { $0.origin.description.hasPrefix("ml_model.yaml:") })
    let names = plan.changes.compactMap { $0.after?["fullyQualifiedName"]?.string }
    #expect(names.sorted() == ["Finance", "Revenue", "superset.revenue"])
    #expect(try catalog.plan(Manifest(extra: Self.everything).yaml).lines == [])
  }

  @Test("what the file no longer gives goes when it was ours", arguments: lines)
  func removal(version: String) throws {
    var catalog = catalog(version)
    try catalog.publish(Manifest(extra: Self.everything).yaml)
    let plan = try catalog.publish(Manifest().yaml)
    #expect(plan.changes.count == 4)
    #expect(plan.changes.allSatisfy { $0.after == nil })
    #expect(try catalog.plan(Manifest().yaml).lines == [])
    #expect(catalog.document?["dashboard"] == nil)
    #expect(catalog.document?["dataProducts"] == [])
  }

  @Test("what a steward added stays, and stays away what he took")
  func steward() throws {
    var catalog = catalog()
    try catalog.publish(Manifest(extra: Self.everything).yaml)
    catalog.edit { object in
      object["domains"] = [steward(SmallCatalog.reference(.domain, "Logistics"))]
      object["dashboard"] = steward(SmallCatalog.reference(.dashboard, "superset.costs"))
    }
    let plan = try catalog.plan(Manifest(extra: Self.everything).yaml)
    #expect(plan.kept.map(\.path.description) == ["domains[Finance]"])
    // A dashboard is technical: the file wins, with a note.
    #expect(plan.changes.map(\.path.description) == ["dashboard"])
    #expect(catalog.codes.sorted() == [.keptEdit, .overwrittenEdit].sorted())
    guard case .patch(let patch) = plan.write else {
      Issue.record("nothing is patched")
      return
    }
    #expect(patch.operations.map(\.member) == ["dashboard"])
  }

  @Test("the one domain of older lines is replaced, not added to")
  func oneDomain() throws {
    var catalog = catalog("1.5.10")
    try catalog.publish(Manifest(extra: "domain: Finance").yaml)
    let plan = try catalog.publish(Manifest(extra: "domains: [Logistics]").yaml)
    #expect(plan.changes.map(\.path.description) == ["domain"])
    #expect(catalog.document?["domain"]?["name"] == "Logistics")
  }

  @Test("several domains are found on lines that keep one")
  func severalDomains() throws {
    var catalog = catalog("1.5.10")
    _ = try catalog.plan(Manifest(extra: "domains: [Finance, Logistics]").yaml)
    #expect(catalog.codes == [.severalDomains])
    catalog.version = "1.9.3"
    let plan = try catalog.plan(Manifest(extra: "domains: [Finance, Logistics]").yaml)
    #expect(catalog.codes == [])
    #expect(plan.changes.count { $0.path.topLevelMember == "domains" } == 2)
  }

  @Test("an inherited domain is no difference, asked for or not, and is never sent back")
  func inherited() throws {
    var catalog = catalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { object in
      object["domains"] = [
        steward(SmallCatalog.reference(.domain, "Finance"), inherited: true)
      ]
    }
    #expect(try catalog.plan(Manifest().yaml).lines == [])
    #expect(try catalog.plan(Manifest(extra: "domain: Finance").yaml).lines == [])
    let plan = try catalog.plan(Manifest(extra: "domain: Logistics").yaml)
    guard case .patch(let patch) = plan.write else {
      Issue.record("nothing is patched")
      return
    }
    #expect(patch.operations.first?.value?.array?.map { $0["name"] } == ["Logistics"])
    _ = try catalog.plan(Manifest(extra: "dataProducts: [Revenue]").yaml)
    #expect(catalog.codes == [])
  }

  @Test("derived and suggested terms are not ours, and stay as they are")
  func derived() throws {
    var catalog = catalog()
    try catalog.publish(Manifest().yaml)
    let derived: JSON = [
      "tagFQN": "Business.Income", "source": "Glossary", "labelType": "Derived",
      "state": "Confirmed",
    ]
    catalog.edit { $0["tags"] = [derived] }
    #expect(try catalog.plan(Manifest(extra: "glossaryTerms: []").yaml).lines == [])
    try catalog.publish(Manifest(extra: "glossaryTerms: [Business.Revenue]").yaml)
    #expect(catalog.document?["tags"]?.array?.count == 2)
    #expect(catalog.document?["tags"]?.array?.first == derived)
    try catalog.publish(Manifest(extra: "glossaryTerms: [Business.Income]").yaml)
    #expect(
      catalog.document?["tags"]?.array?.map { $0["labelType"]?.string } == ["Manual"])
  }

  @Test("terms of features are matched like tags, beside a tag of the same name")
  func featureTerms() throws {
    var catalog = catalog()
    let feature = Manifest.premium.replacing(
      "    featureSources", with: "    glossaryTerms: [Business.Income]\n    featureSources")
    let yaml = Manifest(features: feature).yaml
    let plan = try catalog.publish(yaml)
    #expect(
      plan.changes.map(\.path.description)
        .contains("mlFeatures[is_premium].glossaryTerms[Business.Income]"))
    #expect(try catalog.plan(yaml).lines == [])
    let removal = try catalog.publish(Manifest(features: Manifest.premium).yaml)
    #expect(removal.changes.count == 1)
    #expect(catalog.document?["mlFeatures"]?.array?.first?["tags"] == [])
  }

  @Test(
    "a name that leads nowhere is found on its place, with what may have been meant",
    arguments: [
      ("glossaryTerms: [Business.Revenu]", "did you mean `Business.Revenue`?"),
      ("domain: finance", "write `Finance` if that is meant"),
      ("dataProducts: [Finance.Revenue]", "did you mean `Revenue`?"),
      ("dashboard: tableau.revenue", "did you mean `superset.revenue`?"),
      ("domain: Zebra", "write its full name as the catalog shows it, or make it there first"),
    ])
  func missing(_ text: String, _ hint: String) throws {
    var catalog = catalog()
    _ = try catalog.plan(Manifest(extra: text).yaml)
    #expect(catalog.codes.filter { $0 != .dataProductWithoutDomain } == [.entityNotFound])
    #expect(catalog.findings.items.first?.hint == hint)
    #expect(catalog.findings.items.first?.range?.start.line == 4)
  }

  @Test(
    "what is there stays when the new name leads nowhere, whatever becomes of the finding",
    arguments: [
      ("glossaryTerms: [Business.Revenue]", "glossaryTerms: [Business.Revenu]"),
      ("domain: Finance", "domain: Finace"), ("domains: [Finance]", "domains: [Finace]"),
      ("dashboard: superset.revenue", "dashboard: superset.revnue"),
      ("tags: [PII.None]", "tags: [PII.Nome]"), ("tier: Tier.Tier1", "tier: Tier.Teir1"),
      ("tags: [Tier.Tier1]", "tags: [Tier.Teir1]"), ("owners: [jane.doe]", "owners: [jane]"),
    ])
  func unusable(_ good: String, _ bad: String) throws {
    for version in Self.lines {
      var catalog = catalog(version)
      try catalog.publish(Manifest(extra: good).yaml)
      #expect(try catalog.plan(Manifest(extra: bad).yaml).lines == [])
      #expect(catalog.codes.count == 1)
    }
  }

  @Test(
    "domain and domains are one field for ownership, on every line",
    arguments: lines, ["domain", "domains"])
  func domainsByEitherName(_ version: String, _ key: String) throws {
    var catalog = catalog(version)
    try catalog.publish(Manifest(extra: "domain: Finance").yaml)
    let logistics = steward(SmallCatalog.reference(.domain, "Logistics"))
    let hasList = version != "1.5.10"
    catalog.edit { $0[hasList ? "domains" : "domain"] = hasList ? [logistics] : logistics }
    let owner = hasList ? "manifest" : "catalog"
    let plan = try catalog.plan(
      Manifest(extra: "domain: Finance\nownership: {\(key): \(owner)}").yaml)
    #expect(plan.changes.count == (hasList ? 2 : 0))
    #expect(plan.kept.count == (hasList ? 0 : 1))
  }

  @Test("what was renamed is suggested by its new name, and the new name is no change")
  func renamed() throws {
    var catalog = catalog()
    try catalog.publish(Manifest(extra: "domain: Finance").yaml)
    var reference = SmallCatalog.reference(.domain, "Money")
    reference.id = "id-of-Finance"
    catalog.entities[NamedEntity(.domain, "Finance")] = nil
    catalog.entities[NamedEntity(.domain, "Money")] = .found(reference)
    let renamed = reference.document
    catalog.edit { $0["domains"] = [renamed] }
    _ = try catalog.plan(Manifest(extra: "domain: Finance").yaml)
    #expect(catalog.codes == [.entityNotFound])
    #expect(
      catalog.findings.items.first?.hint
        == "the model has `Money` now: write that if it is the new name")
    #expect(try catalog.plan(Manifest(extra: "domain: Money").yaml).lines == [])
  }

  @Test("what was renamed after we gave it is ours still, and goes with the file")
  func renamedAndRemoved() throws {
    var catalog = catalog()
    try catalog.publish(Manifest(extra: "domain: Finance").yaml)
    var reference = SmallCatalog.reference(.domain, "Money")
    reference.id = "id-of-Finance"
    let renamed = reference.document
    catalog.edit { $0["domains"] = [renamed] }
    catalog.edit { $0["displayName"] = "Churn" }
    let plan = try catalog.plan(Manifest().yaml)
    #expect(plan.changes.map(\.path.description) == ["domains[Money]"])
    #expect(catalog.codes == [])
  }

  @Test(
    "who added what the file takes away is said, with a way to keep it",
    arguments: [
      (
        "domains: [Finance]\nownership: {domains: manifest}",
        "take it into the file, or set ownership: {'domains[Logistics]': catalog}"
      ),
      ("domains: []", "take it into the file, or leave the key out of the file"),
    ])
  func overwrittenMember(_ extra: String, _ hint: String) throws {
    var catalog = catalog()
    try catalog.publish(Manifest(extra: "domain: Finance").yaml)
    catalog.edit { object in
      object["domains"] = [
        steward(SmallCatalog.reference(.domain, "Finance")),
        steward(SmallCatalog.reference(.domain, "Logistics")),
      ]
    }
    let plan = try catalog.plan(Manifest(extra: extra).yaml)
    #expect(plan.changes.map(\.path.description).contains("domains[Logistics]"))
    #expect(catalog.codes == [.overwrittenEdit])
    let finding = try #require(catalog.findings.items.first)
    #expect(finding.message.contains("the file wins over the entry, set by steward"))
    #expect(finding.hint == hint)
  }

  @Test("deleted and forbidden things are told apart from missing ones")
  func deletedAndForbidden() throws {
    var catalog = catalog()
    let dashboard = NamedEntity(.dashboard, "superset.revenue")
    catalog.entities[dashboard] = .deleted(
      SmallCatalog.reference(.dashboard, "superset.revenue"))
    _ = try catalog.plan(Manifest(extra: "dashboard: superset.revenue").yaml)
    #expect(catalog.codes == [.entityDeleted])
    catalog.entities[dashboard] = .forbidden("no")
    _ = try catalog.plan(Manifest(extra: "dashboard: superset.revenue").yaml)
    #expect(catalog.codes == [.entityForbidden])
  }

  @Test("a data product without a domain is a warning")
  func withoutDomain() throws {
    var catalog = catalog()
    _ = try catalog.plan(Manifest(extra: "dataProducts: [Revenue]").yaml)
    #expect(catalog.codes == [.dataProductWithoutDomain])
    try catalog.publish(Manifest().yaml)
    _ = try catalog.plan(Manifest(extra: "dataProducts: [Revenue]").yaml)
    #expect(catalog.codes == [.dataProductWithoutDomain])
    _ = try catalog.plan(Manifest(extra: "dataProducts: [Revenue]\ndomain: Finance").yaml)
    #expect(catalog.codes == [])
    _ = try catalog.plan(Manifest(extra: "dataProducts: [Revenue]\ndomain: Finace").yaml)
    #expect(catalog.codes == [.entityNotFound])
  }

  @Test("nothing is asked for that the manifest does not name")
  func keys() throws {
    let capabilities = Capabilities(version: try #require(ServerVersion("2.0.7")))
    let plain = try #require(SmallCatalog.desired(Manifest().yaml).first)
    #expect(plain.keys(capabilities).entities.isEmpty)
    #expect(!plain.keys(capabilities).customProperties)
    let extra = try #require(SmallCatalog.desired(Manifest(extra: Self.everything).yaml).first)
    #expect(extra.keys(capabilities).entities.count == 4)
    #expect(!extra.keys(capabilities).customProperties)
    let emptied = try #require(SmallCatalog.desired(Manifest(extra: "extension: {}").yaml).first)
    #expect(!emptied.keys(capabilities).customProperties)
  }
}
