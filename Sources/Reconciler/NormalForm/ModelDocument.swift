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
    /// The tag's fully qualified name.
    let tagFQN: String
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

  /// The leaf of an owner.
  static func ownerPath(_ owner: EntityReference) -> FieldPath {
    let name = owner.name ?? owner.fullyQualifiedName ?? owner.id
    return .owners.element(owner.type == "team" ? "team:\(name)" : name)
  }

  /// The labels of the model (`path` nil), a feature or a source, in their order.
  ///
  /// The model's first tier is the leaf `tier`; further ones, which a server should not allow, are
  /// members of `tags`.
  static func labels(of document: JSON, at path: FieldPath?) -> [Label] {
    var hasTier = path != nil
    return (document["tags"]?.array ?? []).compactMap { entry in
      guard let label = TagLabel(entry) else { return nil }
      var leaf: FieldPath?
      if label.isManual {
        leaf = (path?.member("tags") ?? .tags).element(label.tagFQN)
        if label.isTier, !hasTier {
          hasTier = true
          leaf = .tier
        }
      }
      return Label(document: entry, tagFQN: label.tagFQN, path: leaf)
    }
  }
}
