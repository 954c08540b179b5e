public import JSONDocuments

/// A table with its columns.
public struct Table: Sendable, Hashable {
  /// The id, a UUID.
  public var id: String
  /// The table's name.
  public var name: String
  /// The fully qualified name: service, database, schema, table.
  public var fullyQualifiedName: String
  /// The columns in their order.
  public var columns: [Column]
  /// Whether it is soft-deleted.
  public var isDeleted: Bool
  /// Whether somebody said that it is no longer to be used (`entityStatus`, since 1.10).
  public var isDeprecated: Bool
  /// The tags of classifications that it carries, suggested ones left out.
  public var tags: [String]
  /// The version with its lexeme; nil when it was not told.
  public var version: JSONNumber?

  /// Makes a table.
  public init(
    id: String, name: String, fullyQualifiedName: String, columns: [Column],
    isDeleted: Bool = false, isDeprecated: Bool = false, tags: [String] = [],
    version: JSONNumber? = nil
  ) {
    self.id = id
    self.name = name
    self.fullyQualifiedName = fullyQualifiedName
    self.columns = columns
    self.isDeleted = isDeleted
    self.isDeprecated = isDeprecated
    self.tags = tags
    self.version = version
  }

  /// Reads a table leniently; nil without id, name or fully qualified name.
  public init?(_ document: JSON) {
    guard let id = document["id"]?.string, let name = document["name"]?.string,
      let fullyQualifiedName = document["fullyQualifiedName"]?.string
    else { return nil }
    self.init(
      id: id, name: name, fullyQualifiedName: fullyQualifiedName,
      columns: (document["columns"]?.array ?? []).compactMap { Column($0) },
      isDeleted: document["deleted"]?.bool ?? false,
      isDeprecated: document["entityStatus"]?.string == "Deprecated",
      tags: TagLabel.names(document["tags"]), version: document["version"]?.number)
  }

  /// The reference that is sent as a feature source's `dataSource`.
  public var reference: EntityReference {
    EntityReference(id: id, type: "table", name: name, fullyQualifiedName: fullyQualifiedName)
  }
}
