import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("Custom properties")
struct CustomPropertyTests {
  private func extended(_ properties: String) -> String {
    Manifest(extra: "extension: {\(properties)}").yaml
  }

  @Test(
    "a value has the type that the catalog gives its property",
    arguments: [
      ("costCenter: 4711", "4711"), ("costCenter: \"4711\"", "4711"), ("share: 0.50", "0.50"),
      ("note: 0.50", #""0.50""#), ("note: yes", #""yes""#),
      ("regions: [us, eu]", #"["us","eu"]"#), ("stage: live", #"["live"]"#),
      ("reviewed: 2026-11-21", #""2026-11-21""#), ("contact: a@b.org", #""a@b.org""#),
      ("retention: P7D", #""P7D""#),
      ("window: {start: 1, end: 2}", #"{"start":1,"end":2}"#),
      (
        "limits: [{name: a, value: 1}]",
        #"{"columns":["name","value"],"rows":[{"name":"a","value":"1"}]}"#
      ),
      ("card: https://a.b/c", #"{"url":"https://a.b/c"}"#),
      ("newer: [a, {b: c}]", #"["a",{"b":"c"}]"#),
      (
        "approver: jane.doe",
        #"{"id":"id-of-jane.doe","type":"user","name":"jane.doe","fullyQualifiedName":"jane.doe"}"#
      ),
    ])
  func types(_ text: String, _ value: String) throws {
    var catalog = SmallCatalog()
    let plan = try catalog.publish(extended(text))
    #expect(catalog.codes == [])
    guard case .create(let body) = plan.write else {
      Issue.record("nothing is created")
      return
    }
    #expect(body["extension"]?.object?.members.first?.value.text() == value)
    #expect(try catalog.plan(extended(text)).lines == [])
  }

  @Test("a list of references names each by its type")
  func references() throws {
    var catalog = SmallCatalog()
    let text = "related: ['dashboard:superset.revenue', 'glossaryTerm:Business.Income']"
    let plan = try catalog.publish(extended(text))
    #expect(catalog.codes == [])
    let after = plan.changes.first { $0.path.description == "extension.related" }?.after
    #expect(
      after?.array?.compactMap { $0["fullyQualifiedName"]?.string }.sorted()
        == ["Business.Income", "superset.revenue"])
    #expect(try catalog.plan(extended(text)).lines == [])
    _ = try catalog.plan(extended("related: [superset.revenue]"))
    #expect(catalog.codes == [.customPropertyMismatch])
    _ = try catalog.plan(extended("approver: jane"))
    #expect(catalog.codes == [.entityNotFound])
  }

  @Test("blame is not asked for because of a reference that is yet to be read")
  func blame() throws {
    var catalog = SmallCatalog()
    try catalog.publish(extended("approver: jane.doe"))
    let desired = try SmallCatalog.desired(extended("approver: jane.doe"))
    var snapshot = try catalog.snapshot(for: desired)
    let approver = NamedEntity(.user, "jane.doe")
    let user = snapshot.entities.removeValue(forKey: approver)
    let before = Planner.followUpKeys(desired, snapshot, PlanOptions())
    #expect(before.entities == [approver])
    #expect(before.history.isEmpty)
    snapshot.entities[approver] = user
    #expect(Planner.followUpKeys(desired, snapshot, PlanOptions()).history.isEmpty)
  }

  @Test(
    "a value of another type is found on its place",
    arguments: [
      ("costCenter: about 5", 25), ("costCenter: 1.5", 25), ("costCenter: 0047", 25),
      ("costCenter: [1]", 25), ("share: much", 20), ("regions: [eu, asia]", 27),
      ("stage: [test, live]", 20), ("reviewed: 21.11.2026", 23), ("contact: nobody", 22),
      ("retention: 7 days", 24), ("retention: P7", 24), ("window: {start: 1}", 21),
      ("limits: [{nam: a}]", 23),
      ("note: {a: b}", 19), ("retention: P1H", 24), ("retention: P7D1Y", 24),
      ("reviewed: 2026-13-01", 23), ("card: here", 19), ("card: {displayText: a}", 19),
    ])
  func mismatches(_ text: String, _ column: Int) throws {
    var catalog = SmallCatalog()
    _ = try catalog.plan(extended(text))
    #expect(catalog.codes == [.customPropertyMismatch])
    let range = try #require(catalog.findings.items.first?.range)
    #expect(range.start.line == 4)
    #expect(range.start.column == column)
  }

  @Test("a property that the catalog does not define is found, with what may have been meant")
  func unknown() throws {
    var catalog = SmallCatalog()
    _ = try catalog.plan(extended("costCentre: 4711"))
    #expect(catalog.codes == [.unknownCustomProperty])
    #expect(catalog.findings.items.first?.hint == "did you mean `costCenter`?")
    catalog.customProperties = .forbidden("no")
    _ = try catalog.plan(extended("costCenter: 4711"))
    #expect(catalog.codes == [.customPropertiesForbidden])
  }

  @Test("a name that is no property takes away none: it may be any of those that are there")
  func unknownIsNotEmpty() throws {
    var catalog = SmallCatalog()
    try catalog.publish(extended("costCenter: 1"))
    let plan = try catalog.plan(extended("costCentre: 2"))
    #expect(catalog.codes == [.unknownCustomProperty])
    #expect(plan.changes.isEmpty)
  }

  @Test("each property is decided and sent on its own, and others' values stay")
  func eachOnItsOwn() throws {
    var catalog = SmallCatalog()
    try catalog.publish(extended("costCenter: 1, note: ours, stage: test"))
    catalog.edit { object in
      object["extension"] = [
        "costCenter": 2, "note": "ours", "stage": ["test"],
        "share": .number(JSONNumber(lexeme: "0.5")),
      ]
    }
    let plan = try catalog.plan(extended("costCenter: 3, stage: live"))
    #expect(
      plan.lines.sorted() == [
        "extension.costCenter: 2 → 3", #"extension.note: "ours" → –"#,
        #"extension.stage: ["test"] → ["live"]"#,
      ])
    #expect(catalog.codes == [.overwrittenEdit])
    guard case .patch(let patch) = plan.write else {
      Issue.record("nothing is patched")
      return
    }
    #expect(patch.groups.count == 3)
    #expect(
      patch.document(withTests: false) == [
        [
          "op": "add", "path": "/extension",
          "value": [
            "costCenter": 3, "stage": ["live"], "share": .number(JSONNumber(lexeme: "0.5")),
          ],
        ]
      ])
    #expect(patch.operations.map(\.name).contains("extension.note"))
  }

  @Test("the catalog's value is kept where the catalog owns the property")
  func ownership() throws {
    var catalog = SmallCatalog()
    try catalog.publish(extended("costCenter: 1"))
    catalog.edit { $0["extension"] = ["costCenter": 2] }
    let plan = try catalog.plan(
      extended("costCenter: 3") + "ownership: {extension.costCenter: catalog}\n")
    #expect(plan.lines == [])
    #expect(plan.kept.map(\.path.description) == ["extension.costCenter"])
  }

  @Test("numbers are compared by value, words and references in any order")
  func sameMeaning() throws {
    var catalog = SmallCatalog()
    try catalog.publish(extended("share: 0.50, regions: [us, eu]"))
    catalog.edit { object in
      object["extension"] = [
        "share": .number(JSONNumber(lexeme: "0.5")), "regions": ["eu", "us"],
      ]
    }
    #expect(try catalog.plan(extended("share: 0.50, regions: [us, eu]")).lines == [])
  }

  @Test("an empty property goes whoever set it, and an empty extension with everything in it")
  func emptied() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    catalog.edit { $0["extension"] = ["costCenter": 2, "share": 1] }
    #expect(try catalog.plan(extended("costCenter: ~")).lines == ["extension.costCenter: 2 → –"])
    let plan = try catalog.publish(extended(""))
    #expect(plan.lines.count == 2)
    #expect(catalog.document?["extension"] == [:])
    #expect(try catalog.plan(extended("")).lines == [])
  }

  @Test("an empty list is no value, and takes away what is there")
  func emptyList() throws {
    var catalog = SmallCatalog()
    try catalog.publish(extended("regions: [eu]"))
    let plan = try catalog.publish(extended("regions: []"))
    #expect(plan.lines == [#"extension.regions: ["eu"] → –"#])
    #expect(try catalog.plan(extended("regions: []")).lines == [])
  }

  @Test("what is there stays when its new value cannot be used, whatever becomes of the finding")
  func unusable() throws {
    var catalog = SmallCatalog()
    try catalog.publish(extended("costCenter: 1, approver: jane.doe"))
    #expect(try catalog.plan(extended("costCenter: one, approver: jane")).lines == [])
    #expect(catalog.codes == [.customPropertyMismatch, .entityNotFound])
    catalog.customProperties = .forbidden("no")
    #expect(try catalog.plan(extended("costCenter: 2")).lines == [])
    catalog.customProperties = .found([])
    #expect(try catalog.plan(extended("costCenter: 2, approver: jane.doe")).lines == [])
  }

  @Test("what may have been meant is suggested as it is to be written")
  func typedSuggestion() throws {
    var catalog = SmallCatalog()
    _ = try catalog.plan(extended("related: ['dashboard:superset.revenu']"))
    let finding = try #require(catalog.findings.items.first)
    #expect(finding.message == "the catalog has no dashboard `superset.revenu`")
    #expect(finding.hint == "did you mean `dashboard:superset.revenue`?")
  }

  @Test("a property with a dot in its name is owned and forced by its name")
  func dottedName() throws {
    var catalog = SmallCatalog()
    catalog.customProperties = .found([CustomProperty(name: "cost.center", type: "integer")])
    try catalog.publish(extended("cost.center: 1"))
    catalog.edit { $0["extension"] = ["cost.center": 2] }
    let plan = try catalog.plan(
      extended("cost.center: 1") + "ownership: {extension.cost.center: catalog}\n")
    #expect(plan.kept.map(\.path.description) == ["extension.cost.center"])
  }

  @Test("a property may be called description, and is no prose for that")
  func oddNames() {
    #expect(FieldPath("extension").member("description").kind == .technical)
  }

  @Test(
    "dates are checked by their form as far as it is made of digits",
    arguments: [
      ("yyyy-MM-dd", "2026-11-21", true), ("yyyy-MM-dd", "2026-1-21", false),
      ("dd MMM yyyy", "anything", true), ("HH:mm:ss", "23:59:00", true),
      ("HH:mm:ss", "23:59", false), ("yyyy-MM-dd'T'HH:mm", "2026-11-21T10:00", true),
      ("d/M/yyyy", "1/12/2026", true), ("yyyy", "20260", false),
      ("yyyy-MM-dd", "2026-13-01", false), ("HH:mm", "25:00", false), ("HH:mm", "00:59", true),
    ])
  func dates(_ format: String, _ text: String, _ fits: Bool) {
    #expect(DateShape(format)?.fits(text) ?? true == fits)
  }
}
