import JSONDocuments
import OpenMetadataEntities

@testable import Reconciler

/// A field that courses of events are about: how a manifest gives it, and how somebody edits it.
struct CourseField: Sendable {
  /// How the manifest's value lies in the catalog's document.
  enum Form: Sendable {
    case plain, labels, terms, tier, owners, domains, dashboard, sources, entry
  }

  /// Members and names of entries, from the model down.
  let path: [String]
  /// As people write it.
  let name: String
  let form: Form
  /// What it may be, in the manifest's form.
  let values: [JSON]
  /// Whether a model or an entry cannot do without.
  let isRequired: Bool

  init(
    _ path: [String], _ name: String, _ form: Form, isRequired: Bool = false, _ values: [JSON]
  ) {
    self.path = path
    self.name = name
    self.form = form
    self.values = values
    self.isRequired = isRequired
  }

  /// A manifest with two features and a parameter, with nothing in it that is not required.
  static let manifest: JSON = [
    "name": "churn", "algorithm": "A0",
    "mlFeatures": [
      [
        "name": "f", "dataType": "numerical",
        "featureSources": [
          ["name": "order_id", "dataSourceFqn": "demo_pg.postgres.public.orders"]
        ],
      ],
      [
        "name": "g", "dataType": "categorical",
        "featureSources": [["name": "premium", "dataSourceFqn": "demo_pg.postgres.public.users"]],
      ],
    ],
    "mlHyperParameters": [["name": "eta", "value": "1"]],
  ]

  private static let orders = "demo_pg.postgres.public.orders"
  private static let source = ["mlFeatures", "f", "featureSources", "order_id"]
  private static let sourceName = "mlFeatures[f].featureSources[\(orders).order_id]"

  private static func texts(_ text: String) -> [JSON] {
    (1...3).map { .string("\(text)\($0)") }
  }

  private static func source(_ column: String) -> JSON {
    ["name": .string(column), "dataSourceFqn": .string(orders)]
  }

  static let all: [CourseField] = [
    CourseField(["description"], "description", .plain, texts("D")),
    CourseField(["displayName"], "displayName", .plain, texts("N")),
    CourseField(["algorithm"], "algorithm", .plain, isRequired: true, texts("A")),
    CourseField(["target"], "target", .plain, texts("T")),
    CourseField(["server"], "server", .plain, texts("https://serving.example.com/")),
    CourseField(["sourceUrl"], "sourceUrl", .plain, texts("https://example.com/")),
    CourseField(["mlStore", "storage"], "mlStore.storage", .plain, texts("s3://")),
    CourseField(["mlStore", "imageRepository"], "mlStore.imageRepository", .plain, texts("image")),
    CourseField(["extension", "costCenter"], "extension.costCenter", .plain, [1, 2, 3]),
    CourseField(["extension", "note"], "extension.note", .plain, texts("note ")),
    CourseField(["tier"], "tier", .tier, ["Tier.Tier1", "Tier.Tier2"]),
    CourseField(
      ["tags"], "tags", .labels,
      [["PII.None"], ["PII.None", "PII.Sensitive"], ["PII.Sensitive"]]),
    CourseField(
      ["glossaryTerms"], "glossaryTerms", .terms,
      [["Business.Revenue"], ["Business.Revenue", "Business.Income"], ["Business.Income"]]),
    CourseField(
      ["owners"], "owners", .owners, [["joe"], ["joe", "jane.doe"], ["jane.doe"]]),
    CourseField(
      ["domains"], "domains", .domains, [["Finance"], ["Finance", "Logistics"], ["Logistics"]]),
    CourseField(["dashboard"], "dashboard", .dashboard, ["superset.revenue", "superset.costs"]),
    CourseField(
      ["mlFeatures", "f", "dataType"], "mlFeatures[f].dataType", .plain, isRequired: true,
      ["numerical", "categorical"]),
    CourseField(
      ["mlFeatures", "f", "description"], "mlFeatures[f].description", .plain, texts("F")),
    CourseField(
      ["mlFeatures", "f", "featureAlgorithm"], "mlFeatures[f].featureAlgorithm", .plain,
      texts("PCA")),
    CourseField(
      ["mlFeatures", "f", "tags"], "mlFeatures[f].tags", .labels,
      [["PII.None"], ["PII.None", "PII.Sensitive"], ["PII.Sensitive"]]),
    CourseField(
      ["mlFeatures", "f", "glossaryTerms"], "mlFeatures[f].glossaryTerms", .terms,
      [["Business.Revenue"], ["Business.Revenue", "Business.Income"], ["Business.Income"]]),
    CourseField(source + ["description"], "\(sourceName).description", .plain, texts("C")),
    CourseField(source + ["dataType"], "\(sourceName).dataType", .plain, ["integer", "number"]),
    CourseField(
      source + ["tags"], "\(sourceName).tags", .labels, [["PII.None"], ["PII.Sensitive"]]),
    CourseField(
      ["mlHyperParameters", "eta", "value"], "mlHyperParameters[eta].value", .plain,
      isRequired: true,
      ["1", "2", "3"]),
    CourseField(
      ["mlHyperParameters", "eta", "description"], "mlHyperParameters[eta].description", .plain,
      texts("P")),
    CourseField(
      ["mlFeatures", "f", "featureSources"], "mlFeatures[f].featureSources", .sources,
      [[source("order_id")], [source("order_id"), source("user_id")], [source("restaurant_id")]]),
    CourseField(
      ["mlFeatures", "h"], "mlFeatures[h]", .entry,
      [
        ["name": "h", "dataType": "numerical"],
        ["name": "h", "dataType": "numerical", "description": "H1", "featureAlgorithm": "PCA"],
        ["name": "h", "dataType": "categorical", "description": "H2"],
      ]),
    CourseField(
      ["mlHyperParameters", "theta"], "mlHyperParameters[theta]", .entry,
      [
        ["name": "theta", "value": "1"], ["name": "theta", "value": "2", "description": "Q"],
        ["name": "theta", "value": "3"],
      ]),
    CourseField(
      ["mlHyperParameters"], "mlHyperParameters", .plain,
      [
        [["name": "eta", "value": "1"]],
        [["name": "eta", "value": "2"], ["name": "theta", "value": "2"]],
        [["name": "theta", "value": "3", "description": "R"]],
      ]),
  ]

  /// The manifest with the field given as `value`; null says that it is empty, nil leaves it out.
  func given(_ value: JSON?, in manifest: JSON) -> JSON {
    Self.setting(path[...], of: manifest, to: form == .entry && value == .null ? nil : value)
  }

  /// The catalog's document with the field as somebody made it; nil for none.
  func edited(_ value: JSON?, in document: JSON) -> JSON {
    switch form {
    case .plain: return Self.setting(path[...], of: document, to: value)
    case .entry, .sources:
      return Self.setting(path[...], of: document, to: value.map(Self.stored))
    case .owners, .domains:
      let kind: NamedEntity.Kind = form == .owners ? .user : .domain
      let references = value?.array?.compactMap(\.string).map {
        SmallCatalog.reference(kind, $0).document
      }
      return Self.setting(path[...], of: document, to: references.map { .array($0) })
    case .dashboard:
      return Self.setting(
        path[...], of: document,
        to: value?.string.map { SmallCatalog.reference(.dashboard, $0).document })
    case .labels, .terms, .tier: return labelled(value, document)
    }
  }

  private func labelled(_ value: JSON?, _ document: JSON) -> JSON {
    let place = path.dropLast() + ["tags"]
    let names = value?.array?.compactMap(\.string) ?? value?.string.map { [$0] } ?? []
    let labels = names.map { name in
      TagLabel(tagFQN: name, source: form == .terms ? TagLabel.glossary : "Classification")
        .document
    }
    let others = (Self.value(place, of: document)?.array ?? []).filter { label in
      let isTerm = label["source"]?.string == TagLabel.glossary
      let isTier = label["tagFQN"]?.string?.hasPrefix("Tier.") == true
      return form != (isTerm ? .terms : isTier ? .tier : .labels)
    }
    return Self.setting(place, of: document, to: .array(others + labels))
  }

  /// An entry of a manifest as the catalog holds it.
  private static func stored(_ entry: JSON) -> JSON {
    if let entries = entry.array { return .array(entries.map(stored)) }
    guard var object = entry.object, let table = object["dataSourceFqn"]?.string else {
      return entry
    }
    object["dataSourceFqn"] = nil
    let name = table.split(separator: ".").last.map(String.init) ?? ""
    object["dataSource"] =
      EntityReference(
        id: "id-of-\(name)", type: "table", name: name, fullyQualifiedName: table
      ).document
    return .object(object)
  }

  private static func value(_ path: ArraySlice<String>, of document: JSON) -> JSON? {
    guard let first = path.first else { return document }
    let inner =
      document.array?.first { $0["name"]?.string == first } ?? document[first]
    return inner.flatMap { value(path.dropFirst(), of: $0) }
  }

  /// The document with another value at a place; an entry is named by its name, and nothing is put
  /// into an entry that is not there.
  private static func setting(
    _ path: ArraySlice<String>, of document: JSON, to value: JSON?
  ) -> JSON {
    guard let first = path.first else { return value ?? document }
    let rest = path.dropFirst()
    if var entries = document.array {
      guard let index = entries.firstIndex(where: { $0["name"]?.string == first }) else {
        return rest.isEmpty && value?.object != nil
          ? .array(entries + [value].compactMap { $0 }) : document
      }
      if rest.isEmpty {
        if let value { entries[index] = value } else { entries.remove(at: index) }
      } else {
        entries[index] = setting(rest, of: entries[index], to: value)
      }
      return .array(entries)
    }
    guard var object = document.object else { return document }
    if rest.isEmpty {
      object[first] = value
    } else {
      let isList = ["mlFeatures", "mlHyperParameters", "featureSources"].contains(first)
      if object[first] == nil, isList || value == nil { return document }
      let inner = setting(rest, of: object[first] ?? .object(JSONObject()), to: value)
      object[first] = inner.object?.isEmpty == true ? nil : inner
    }
    return .object(object)
  }
}
