import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite struct ChangeReaderTests {
  private func lines(_ description: JSON) -> [String] {
    ChangeReader.changes(in: description).map { change in
      let path = change.path.map { step in
        switch step {
        case .field(let name): name
        case .element(let name): "[\(name)]"
        }
      }
      return "\(path.joined(separator: " ")): \(change.old ?? "∅") → \(change.new ?? "∅")"
    }
  }

  @Test("An element that went and came again is shown by what differs in it")
  func pairs() {
    let old = #"[{"name":"rating","dataType":"numerical","description":"old"},{"name":"gone"}]"#
    let new =
      #"[{"name":"rating","dataType":"categorical","description":"old","featureSources":[{"name":"c","dataType":"integer"}]}]"#
    let lines = lines([
      "fieldsAdded": [["name": "mlFeatures", "newValue": .string(new)]],
      "fieldsDeleted": [["name": "mlFeatures", "oldValue": .string(old)]],
    ])
    #expect(
      lines == [
        "mlFeatures [rating] dataType: numerical → categorical",
        "mlFeatures [rating] featureSources: ∅ → c (type: integer)",
        "mlFeatures: gone → ∅",
      ])
  }

  @Test("Prose is shown as it is, even when it looks like JSON")
  func prose() {
    let lines = lines([
      "fieldsUpdated": [["name": "description", "oldValue": "[1]", "newValue": "{\"a\": 1}"]]
    ])
    #expect(lines == ["description: [1] → {\"a\": 1}"])
  }

  @Test("Tags and owners are shown by name")
  func references() {
    let lines = lines([
      "fieldsAdded": [
        ["name": "tags", "newValue": #"[{"tagFQN":"Tier.Tier1","source":"Classification"}]"#],
        [
          "name": "owners", "newValue": #"[{"id":"1","type":"user","name":"a","displayName":"A"}]"#,
        ],
      ]
    ])
    #expect(lines == ["tags: ∅ → Tier.Tier1", "owners: ∅ → A"])
  }

  @Test("A reference without a name is shown by its id, whatever it lacks")
  func bareReferences() {
    let lines = lines([
      "fieldsAdded": [
        ["name": "domain", "newValue": #"{"id":"1","type":"domain"}"#],
        ["name": "dashboard", "newValue": #"{"id":1,"type":[]}"#],
        ["name": "dataProducts", "newValue": #"[{"id":"","type":""},{"tagFQN":1}]"#],
      ]
    ])
    #expect(lines.first == "domain: ∅ → 1")
    #expect(lines.count == 4)
  }

  @Test("A path that the server tells with dots is taken apart")
  func dottedPath() {
    let lines = lines([
      "fieldsUpdated": [
        ["name": "columns.order.id.constraint", "oldValue": "NULL", "newValue": "UNIQUE"],
        ["name": "extension.grade", "oldValue": "a", "newValue": "b"],
        ["name": "mlStore", "oldValue": "a", "newValue": "b"],
      ]
    ])
    #expect(
      lines == [
        "columns [order.id] constraint: NULL → UNIQUE", "extension [grade]: a → b",
        "mlStore: a → b",
      ])
  }

  @Test("Texts are compared word by word")
  func words() {
    let parts = TextDifference(from: "one two three four", to: "one 2 three four").parts
    #expect(parts == [.same("one "), .removed("two "), .added("2 "), .same("three four")])
    let long = String(repeating: "word ", count: 700)
    #expect(TextDifference(from: long, to: "x").parts == [.removed(long), .added("x")])
    #expect(TextDifference(from: "a b", to: "c d").parts == [.removed("a b"), .added("c d")])
  }

  @Test("Moments outside the calendar are its ends")
  func moments() {
    #expect(Moment(1_795_272_000_000).readable == "2026-11-21 14:40 UTC")
    #expect(Moment(.max).machine.hasPrefix("9999-12-31"))
    #expect(Moment(.min).machine.hasPrefix("0001-01-"))
  }
}
