import Diagnostics
import FullyQualifiedNames
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// What a manifest would have to say so that a model of the catalog stays as it is.
struct ManifestDraft {
  /// The keys of the manifest, in the order in which they are written.
  var lines: [YAMLValue.Line] = []

  private let document: JSON

  /// Describes a model as far as its document tells; whether each value may stand in a manifest is
  /// for reading and planning to say.
  init(_ model: MlModel, in snapshot: CatalogSnapshot) {
    document = model.document
    addService(model)
    lines.append(.member("name", .text(model.name)))
    for member in ModelDocument.texts { add(ModelDocument.text(document[member]), as: member) }
    let store = ModelDocument.storeTexts.compactMap { member in
      Self.filled(ModelDocument.text(document["mlStore"]?[member])).map {
        YAMLValue.Line.member(member, .text($0))
      }
    }
    if !store.isEmpty { lines.append(.member("mlStore", .mapping(store))) }
    add(names(in: .owners), as: "owners")
    addLabels()
    addReferences()
    addProperties(PropertyDraft(snapshot))
    addList("mlFeatures", FeatureDraft.entries(of: document))
    addList("mlHyperParameters", FeatureDraft.parameters(of: document))
    // What is left out later leaves its remark where it was.
    lines = CanonicalOrder.arranged(lines)
  }

  /// The manifest's text with remarks at its end.
  func text(with remarks: [String] = []) -> String {
    let end: [YAMLValue.Line] = remarks.isEmpty ? [] : [.blank] + remarks.map { .remark($0) }
    return YAMLWriter.text(CanonicalOrder.spaced(lines + end))
  }

  /// The manifest as a file, of no place on the disk.
  var file: SourceFile { SourceFile(path: "", bytes: Array(text().utf8)) }

  private mutating func addService(_ model: MlModel) {
    let names = (try? FullyQualifiedName(parsing: model.fullyQualifiedName))?.parts
    let name = names?.first ?? model.service?.name ?? ""
    guard let type = model.serviceType, type != MlModelService.ownType else {
      return lines.append(.member("serviceName", .text(name)))
    }
    lines.append(
      .member(
        "service", .mapping([.member("name", .text(name)), .member("serviceType", .text(type))])))
  }

  private mutating func addLabels() {
    let labels = ModelDocument.labels(of: document, at: nil)
    if let tier = labels.first(where: { $0.path == .tier }) {
      lines.append(.member("tier", .text(tier.tagFQN)))
    }
    for set in [FieldPath.tags, .glossaryTerms] {
      add(
        labels.filter { $0.path?.memberOfSet == set }.map(\.tagFQN), as: set.topLevelMember)
    }
  }

  private mutating func addReferences() {
    let domain = EntityReference(document["domain"]).flatMap { $0.isInherited ? nil : $0 }
    let domains =
      names(in: .domains) + [domain?.fullyQualifiedName ?? domain?.name].compactMap(\.self)
    if domains.count == 1 {
      lines.append(.member("domain", .text(domains[0])))
    } else {
      add(domains, as: "domains")
    }
    add(names(in: .dataProducts), as: "dataProducts")
    if let dashboard = EntityReference(document["dashboard"]), !dashboard.isInherited,
      let name = dashboard.fullyQualifiedName ?? dashboard.name
    {
      lines.append(.member("dashboard", .text(name)))
    }
  }

  private mutating func addProperties(_ draft: PropertyDraft) {
    var members: [YAMLValue.Line] = []
    for property in document["extension"]?.object?.members ?? [] where !property.value.isNull {
      if property.key.hasPrefix("x-") {
        members.append(
          .remark("`\(property.key)` stays as the catalog has it: keys with x- are not published"))
      } else {
        members.append(.member(property.key, draft.value(property.value, of: property.key)))
      }
    }
    if members.contains(where: { $0.key != nil }) {
      lines.append(.member("extension", .mapping(members)))
    } else {
      lines += members
    }
  }

  /// The names of the model's own references of a set.
  private func names(in set: FieldPath) -> [String] {
    ModelDocument.references(document, in: set).filter { !$0.isInherited }.compactMap {
      ModelDocument.path(of: $0, in: set).elementKey
    }
  }

  private mutating func add(_ text: JSON?, as key: String) {
    if let text = Self.filled(text) { lines.append(.member(key, .text(text))) }
  }

  /// A set in an order of its own, since servers keep none.
  private mutating func add(_ names: [String], as key: String) {
    if !names.isEmpty { lines.append(.member(key, Self.set(names))) }
  }

  private mutating func addList(_ key: String, _ entries: FeatureDraft.Entries) {
    lines += entries.remarks.map { .remark($0) }
    if !entries.items.isEmpty { lines.append(.member(key, .list(entries.items))) }
  }

  static func set(_ names: [String]) -> YAMLValue {
    .list(Set(names).sorted().map { .text($0) })
  }

  /// A text that says something: no text and an empty one are the same to whoever publishes.
  static func filled(_ text: JSON?) -> String? {
    text?.string.flatMap { $0.isEmpty ? nil : $0 }
  }
}
