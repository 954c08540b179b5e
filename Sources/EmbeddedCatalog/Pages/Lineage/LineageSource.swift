import FullyQualifiedNames
import JSONDocuments

/// What features come from: a table of the catalog, or what a feature names in its place.
struct LineageSource: Sendable, Hashable {
  /// A column that feeds at least one feature.
  struct Column: Sendable, Hashable {
    let name: String
    /// As the table's page shows it; empty for a column that the table does not have.
    let type: String
  }

  let label: String
  /// What the label leaves out, such as the schema.
  let path: String
  let link: PageLink?
  var columns: [Column] = []

  /// A table, or any other entity that an edge begins at.
  init(_ row: EntityRow) {
    label = EntitySummary.label(row)
    let name = try? FullyQualifiedName(parsing: row.fullyQualifiedName)
    path = (name?.parts.dropLast() ?? []).joined(separator: ".")
    link = PageLink.entity(row.type, row.fullyQualifiedName)
  }

  /// Something that is not, or no longer, in the catalog.
  init(label: String, path: String) {
    self.label = label
    self.path = path
    link = nil
  }

  /// The type of a column of a table by its name, a dot between the names of nested ones.
  static func type(of column: String, in row: EntityRow) -> String {
    var columns = row.document["columns"]?.array ?? []
    var found: JSON?
    for part in (try? FullyQualifiedName(parsing: column))?.parts ?? [column] {
      found = columns.first { $0["name"]?.string == part }
      columns = found?["children"]?.array ?? []
    }
    return found.map(ColumnTable.type) ?? ""
  }
}
