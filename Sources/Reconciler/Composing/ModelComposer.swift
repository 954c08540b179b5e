import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Rebuilds members of a model's document so that they have the leaves decided on, and everything
/// else as it was read.
struct ModelComposer {
  /// The document as it was read; empty when the model is new.
  let current: JSON
  let expected: FieldValues
  let desired: DesiredFields
  /// The entries of lists that go.
  let removed: Set<FieldPath>
  private let present: Set<FieldPath>

  init(current: JSON, reconciliation: FieldReconciliation) {
    self.current = current
    expected = reconciliation.expected
    desired = reconciliation.desired
    removed = reconciliation.removed
    present = expected.listElements
  }

  /// Members in the order in which they are written.
  static let members =
    ModelDocument.texts + [
      "mlStore", "dashboard", "owners", "domain", "domains", "dataProducts", "tags", "mlFeatures",
      "mlHyperParameters", "extension",
    ]

  /// The member that a leaf is stored in.
  static func member(of path: FieldPath) -> String {
    path == .tier || path.topLevelMember == "glossaryTerms" ? "tags" : path.topLevelMember
  }

  /// A member as it must be; nil when the model has none.
  func value(of member: String) -> JSON? {
    switch member {
    case "mlStore": store
    case "owners", "domains", "dataProducts": references(in: FieldPath(member))
    case "dashboard", "domain": reference(at: FieldPath(member))
    case "extension": customProperties
    case "tags": labels(of: current, at: nil)
    case "mlFeatures": list("mlFeatures", of: current, at: .mlFeatures, key: name, rebuilt: feature)
    case "mlHyperParameters":
      list(
        "mlHyperParameters", of: current, at: .mlHyperParameters, key: name, rebuilt: parameter)
    default: expected[FieldPath(member)]
    }
  }

  private var store: JSON? {
    var object = current["mlStore"]?.object ?? JSONObject()
    setTexts(ModelDocument.storeTexts, of: &object, at: .mlStore)
    return object.isEmpty ? nil : .object(object)
  }

  /// A set of references: those of the model's own, without the ones that it inherits.
  private func references(in set: FieldPath) -> JSON? {
    let read = current[set.topLevelMember]?.array ?? []
    var seen: Set<FieldPath> = []
    var references = read.filter { entry in
      guard let reference = EntityReference(entry) else { return true }
      let path = ModelDocument.path(of: reference, in: set)
      return !reference.isInherited && expected[path] != nil && seen.insert(path).inserted
    }
    references += additions(to: set, besides: seen)
    return references.isEmpty && read.isEmpty ? nil : .array(references)
  }

  private func reference(at path: FieldPath) -> JSON? {
    guard let wanted = expected[path] else { return nil }
    let read = current[path.topLevelMember]
    return EntityReference(read)?.normalForm == wanted ? read : desired.leaves[path]?.payload
  }

  private var customProperties: JSON? {
    let read = current["extension"]?.object
    var object = JSONObject()
    for property in read?.members ?? [] {
      let wanted = expected[.customProperties.member(property.key)]
      if ModelDocument.customProperty(property.value) == wanted {
        object[property.key] = property.value
      }
    }
    for (path, leaf) in desired.order.compactMap({ path in desired.leaves[path].map { (path, $0) } }
    )
    where path.topLevelMember == "extension" && expected[path] == leaf.value {
      guard case .member(let name)? = path.segments.last, object[name] == nil else { continue }
      object[name] = leaf.payload
    }
    return object.isEmpty && read == nil ? nil : .object(object)
  }

  /// The labels of the model (`path` nil), a feature or a source; those that nobody set by hand
  /// are carried over.
  private func labels(of document: JSON, at path: FieldPath?) -> JSON? {
    let read = ModelDocument.labels(of: document, at: path)
    var seen: Set<FieldPath> = []
    let kept = read.filter { label in
      guard let leaf = label.path else { return true }
      return expected[leaf] == .string(label.tagFQN) && seen.insert(leaf).inserted
    }
    var added = additions(to: path?.member("tags") ?? .tags, besides: seen)
    added += additions(to: path?.member("glossaryTerms") ?? .glossaryTerms, besides: seen)
    if path == nil, expected[.tier] != nil, !seen.contains(.tier),
      let leaf = desired.leaves[.tier]
    {
      added.insert(leaf.payload, at: 0)
    }
    // What is set now takes the place of what the server only derived or suggested.
    let names = Set(added.compactMap { TagLabel($0) }.map { [$0.source, $0.tagFQN] })
    let labels = kept.filter { !names.contains([$0.source, $0.tagFQN]) }.map(\.document) + added
    return labels.isEmpty && read.isEmpty ? nil : .array(labels)
  }

  /// What is written for the members of a set that the document does not have yet.
  private func additions(to set: FieldPath, besides seen: Set<FieldPath>) -> [JSON] {
    (desired.entries[set] ?? []).filter { !seen.contains($0) && expected[$0] != nil }
      .compactMap { desired.leaves[$0]?.payload }
  }

  /// A list whose entries are matched by key: those read, rebuilt, then those added.
  private func list(
    _ member: String, of document: JSON, at path: FieldPath, key: (JSON) -> String?,
    rebuilt: (JSONObject, FieldPath) -> JSON
  ) -> JSON? {
    let read = document[member]?.array
    var seen: Set<FieldPath> = []
    var entries: [JSON] = (read ?? []).compactMap { entry in
      guard let key = key(entry), let object = entry.object else { return entry }
      let element = path.element(key)
      if removed.contains(element) { return nil }
      guard seen.insert(element).inserted else { return entry }
      return rebuilt(object, element)
    }
    for element in desired.entries[path] ?? []
    where present.contains(element) && seen.insert(element).inserted {
      entries.append(rebuilt(JSONObject(), element))
    }
    return entries.isEmpty && read == nil ? nil : .array(entries)
  }

  private func name(_ entry: JSON) -> String? { entry["name"]?.string }

  private func feature(_ object: JSONObject, at path: FieldPath) -> JSON {
    var feature = named(object, path)
    setTexts(ModelDocument.featureTexts, of: &feature, at: path)
    set("tags", of: &feature, to: labels(of: .object(object), at: path))
    let sources = list(
      "featureSources", of: .object(object), at: path.member("featureSources"),
      key: ModelDocument.sourceKey, rebuilt: source)
    set("featureSources", of: &feature, to: sources)
    return .object(feature)
  }

  private func source(_ object: JSONObject, at path: FieldPath) -> JSON {
    var source = object
    setTexts(ModelDocument.sourceTexts, of: &source, at: path)
    let reference = path.member("dataSource")
    if EntityReference(object["dataSource"])?.normalForm != expected[reference] {
      source["dataSource"] = expected[reference].flatMap { _ in desired.leaves[reference]?.payload }
    }
    set("tags", of: &source, to: labels(of: .object(object), at: path))
    return .object(source)
  }

  private func parameter(_ object: JSONObject, at path: FieldPath) -> JSON {
    var parameter = named(object, path)
    setTexts(["value", "description"], of: &parameter, at: path)
    return .object(parameter)
  }

  private func named(_ object: JSONObject, _ path: FieldPath) -> JSONObject {
    var object = object
    if object["name"] == nil { object["name"] = path.elementKey.map { .string($0) } }
    return object
  }

  /// Sets texts that differ, so that what is equal stays as it was read.
  private func setTexts(_ members: [String], of object: inout JSONObject, at path: FieldPath) {
    for member in members where ModelDocument.text(object[member]) != expected[path.member(member)]
    {
      object[member] = expected[path.member(member)]
    }
  }

  private func set(_ member: String, of object: inout JSONObject, to value: JSON?) {
    if let value, value != object[member] { object[member] = value }
  }
}
