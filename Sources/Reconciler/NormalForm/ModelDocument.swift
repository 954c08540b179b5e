import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// How the leaves of the normal form lie in a model's document: what flattening and rebuilding
/// share.
enum ModelDocument {
  /// A label of a document and its leaf.
  struct Label {
    /// The label as it was read.
    let document: JSON
    /// The fully qualified name of the tag or term.
    let tagFQN: String
    /// `Classification` or `Glossary`.
    let source: String
    /// The leaf; nil for a label that is no difference, since nobody set it by hand.
    let path: FieldPath?
  }

  /// Top-level members with one text, in the order in which they are written.
  static let texts = [
    "displayName", "description", "algorithm", "target", "server", "sourceUrl",
  ]
  /// Members of `mlStore`.
  static let storeTexts = ["storage", "imageRepository"]
  /// Members of a feature with one text.
  static let featureTexts = ["dataType", "featureAlgorithm", "description"]
  /// Members of a feature's source with one text.
  static let sourceTexts = ["name", "dataType", "description"]

  /// A text, or a scalar in its place as a text; nil for everything else.
  static func text(_ value: JSON?) -> JSON? {
    switch value {
    case .string?: value
    case .number(let number)?: .string(number.lexeme)
    case .bool(let bool)?: .string(bool ? "true" : "false")
    default: nil
    }
  }

  /// What names a feature's source: `<table FQN>.<column>`; without a table the column, quoted when
  /// it has a dot in it.
  static func sourceKey(_ source: JSON) -> String? {
    guard let name = source["name"]?.string else { return nil }
    let table = source["dataSource"]
    return sourceKey(table?["fullyQualifiedName"]?.string ?? table?["id"]?.string, column: name)
  }

  /// What names a source of a table, or of none.
  static func sourceKey(_ table: String?, column: String) -> String {
    guard let table else { return column.contains(".") ? "\"\(column)\"" : column }
    return "\(table).\(column)"
  }

  /// Sets of references, each by its path.
  static let referenceSets: [FieldPath] = [.owners, .domains, .dataProducts]
  /// Members with one reference.
  static let references: [FieldPath] = [.dashboard, .domain]

  /// The leaf of a member of a set of references.
  static func path(of member: EntityReference, in set: FieldPath) -> FieldPath {
    if set == .owners {
      let name = member.name ?? member.fullyQualifiedName ?? member.id
      return set.element(member.type == "team" ? "team:\(name)" : name)
    }
    return set.element(member.fullyQualifiedName ?? member.name ?? member.id)
  }

  /// The references of a set; a name that is none is left out.
  static func references(_ document: JSON?, in set: FieldPath) -> [EntityReference] {
    (document?[set.topLevelMember]?.array ?? []).compactMap { EntityReference($0) }
  }

  /// The value of a custom property in normal form: of references only what identifies them, and
  /// lists of them and of words in an order of their own.
  static func customProperty(_ value: JSON) -> JSON {
    if let reference = EntityReference(value) { return reference.normalForm }
    guard let items = value.array else { return value }
    let values = items.map { customProperty($0) }
    let isUnordered = items.allSatisfy { $0.string != nil || EntityReference($0) != nil }
    return .array(isUnordered ? values.sorted { $0.text() < $1.text() } : values)
  }

  /// The labels of the model (`path` nil), a feature or a source, in their order.
  ///
  /// Those of a glossary are members of `glossaryTerms`. The model's first tier is the leaf `tier`;
  /// further ones, which a server should not allow, are members of `tags`.
  static func labels(of document: JSON, at path: FieldPath?) -> [Label] {
    var hasTier = path != nil
    return (document["tags"]?.array ?? []).compactMap { entry in
      guard let label = TagLabel(entry) else { return nil }
      var leaf: FieldPath?
      if label.isManual {
        leaf = labels(label.source, at: path).element(label.tagFQN)
        if label.isTier, !hasTier {
          hasTier = true
          leaf = .tier
        }
      }
      return Label(document: entry, tagFQN: label.tagFQN, source: label.source, path: leaf)
    }
  }

  /// The set that labels of a source are members of.
  private static func labels(_ source: String, at path: FieldPath?) -> FieldPath {
    let set: FieldPath = source == TagLabel.glossary ? .glossaryTerms : .tags
    return path?.member(set.topLevelMember) ?? set
  }
}
