public import JSONDocuments

/// A column of a table, nested columns below it.
public struct Column: Sendable, Hashable {
  /// The column's name, unquoted.
  public var name: String
  /// The column's fully qualified name, quoted as the server quotes.
  public var fullyQualifiedName: String
  /// OpenMetadata's type, such as `VARCHAR`; unknown ones are kept.
  public var dataType: String
  /// The element type of an `ARRAY`.
  public var arrayDataType: String?
  /// The columns of a structure, or of an array's elements.
  public var children: [Column]
  /// The tags of classifications that it carries, suggested ones left out.
  public var tags: [String]

  /// Makes a column.
  public init(
    name: String, fullyQualifiedName: String, dataType: String, arrayDataType: String? = nil,
    children: [Column] = [], tags: [String] = []
  ) {
    self.name = name
    self.fullyQualifiedName = fullyQualifiedName
    self.dataType = dataType
    self.arrayDataType = arrayDataType
    self.children = children
    self.tags = tags
  }

  /// Reads a column leniently; nil without a name.
  public init?(_ document: JSON) {
    guard let name = document["name"]?.string else { return nil }
    self.init(
      name: name, fullyQualifiedName: document["fullyQualifiedName"]?.string ?? name,
      dataType: document["dataType"]?.string ?? "UNKNOWN",
      arrayDataType: document["arrayDataType"]?.string,
      children: (document["children"]?.array ?? []).compactMap { Column($0) },
      tags: TagLabel.names(document["tags"]))
  }
}
