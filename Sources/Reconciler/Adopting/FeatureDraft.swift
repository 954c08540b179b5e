import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// The entries of `mlFeatures` and `mlHyperParameters`, as a manifest says them.
enum FeatureDraft {
  /// Entries, and remarks about those that no manifest can say.
  struct Entries {
    var items: [YAMLValue] = []
    var remarks: [String] = []
    fileprivate var names: Set<[UInt8]> = []

    /// Whether an entry may be said: it has a name that no earlier one has, and all that is needed.
    fileprivate mutating func takes(_ name: String?, _ what: String, lacks: String?) -> Bool {
      let trouble: String? =
        if name == nil {
          "it has no name"
        } else if let lacks {
          "it has no \(lacks)"
        } else if !names.insert(Array((name ?? "").utf8)).inserted {
          "another before it has the same name"
        } else {
          nil
        }
      guard let trouble else { return true }
      let named = name.map { " `\($0)`" } ?? ""
      remarks.append("the \(what)\(named) stays as the catalog has it: \(trouble)")
      return false
    }
  }

  /// The features of a model.
  static func entries(of document: JSON) -> Entries {
    var entries = Entries()
    for feature in document["mlFeatures"]?.array ?? [] {
      let name = feature["name"]?.string
      let lack = feature["dataType"]?.string == nil ? "data type" : nil
      guard entries.takes(name, "feature", lacks: lack), let name else { continue }
      entries.items.append(.mapping(lines(of: feature, named: name)))
    }
    return entries
  }

  /// The hyper-parameters of a model.
  static func parameters(of document: JSON) -> Entries {
    var entries = Entries()
    for parameter in document["mlHyperParameters"]?.array ?? [] {
      let name = parameter["name"]?.string
      let value = ModelDocument.text(parameter["value"])?.string
      guard entries.takes(name, "hyper-parameter", lacks: value == nil ? "value" : nil),
        let name, let value
      else { continue }
      entries.items.append(
        .mapping(
          [.member("name", .text(name)), .member("value", .text(value))]
            + texts(["description"], of: parameter)))
    }
    return entries
  }

  private static func lines(of feature: JSON, named name: String) -> [YAMLValue.Line] {
    let path = FieldPath.mlFeatures.element(name)
    var lines: [YAMLValue.Line] = [.member("name", .text(name))]
    lines += texts(ModelDocument.featureTexts, of: feature)
    lines += labels(of: feature, at: path)
    var sources = Entries()
    for source in feature["featureSources"]?.array ?? [] {
      let reference = EntityReference(source["dataSource"])
      let isOther = reference.map { $0.type != "table" } ?? false
      let what = isOther ? "source from a \(reference?.type ?? "")" : "source"
      // The sources of a feature are one value: with one of them unsaid, none may be said.
      guard sources.takes(key(of: source), what, lacks: isOther ? "table" : nil) else { continue }
      sources.items.append(.mapping(self.lines(of: source, from: reference, at: path)))
    }
    guard sources.remarks.isEmpty else {
      return lines + sources.remarks.map { .remark($0) }
    }
    if !sources.items.isEmpty { lines.append(.member("featureSources", .list(sources.items))) }
    return lines
  }

  private static func key(of source: JSON) -> String? { ModelDocument.sourceKey(source) }

  private static func lines(
    of source: JSON, from table: EntityReference?, at path: FieldPath
  ) -> [YAMLValue.Line] {
    var lines = texts(ModelDocument.sourceTexts, of: source)
    lines += labels(of: source, at: path.member("featureSources").element(key(of: source) ?? ""))
    // A source without a table is one on purpose.
    let name = table?.fullyQualifiedName ?? table?.name
    return lines + [.member("dataSourceFqn", name.map { .text($0) } ?? .nothing)]
  }

  private static func labels(of document: JSON, at path: FieldPath) -> [YAMLValue.Line] {
    let isSource = path.listElements.count > 1
    let labels = ModelDocument.labels(of: document, at: path)
    var lines: [YAMLValue.Line] = []
    for member in ["tags", "glossaryTerms"] {
      let names = labels.filter { $0.path?.memberOfSet == path.member(member) }.map(\.tagFQN)
      if names.isEmpty { continue }
      if isSource, member == "glossaryTerms" {
        lines += names.sorted().map { .remark("the term `\($0)` stays as the catalog has it") }
      } else {
        lines.append(.member(member, ManifestDraft.set(names)))
      }
    }
    return lines
      + labels.filter { $0.path == nil }.map {
        .remark("the label `\($0.tagFQN)` stays as the catalog has it: nobody set it by hand")
      }
  }

  private static func texts(_ members: [String], of document: JSON) -> [YAMLValue.Line] {
    members.compactMap { member in
      ManifestDraft.filled(ModelDocument.text(document[member])).map {
        .member(member, .text($0))
      }
    }
  }
}
