import Diagnostics
import FullyQualifiedNames
import ModelManifests
import OpenMetadataEntities

/// Finds the column that a source names, and whether its type fits.
struct ColumnCheck {
  let source: FeatureSourceManifest
  let feature: FeatureManifest
  let table: Table

  /// The column; nested ones are named with dots.
  var column: Column? { ColumnCheck.column(source.name.value, in: table.columns) }

  private static func column(_ name: String, in columns: [Column]) -> Column? {
    if let column = columns.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      return column
    }
    guard let parts = try? FullyQualifiedName(parsing: name).parts, let first = parts.first else {
      return nil
    }
    var column = columns.first { $0.name.utf8.elementsEqual(first.utf8) }
    for part in parts.dropFirst() {
      column = column?.children.first { $0.name.utf8.elementsEqual(part.utf8) }
    }
    return column
  }

  /// What is wrong: no such column, or one of another type.
  func findings(at path: FieldPath, model: String) -> [Diagnostic] {
    guard let column else {
      let suggestion = ColumnSuggestion(source: source, feature: feature, table: table)
      let meant = suggestion.names
      return [
        Diagnostic(
          .unknownColumn,
          "`\(source.name.value)` is no column of `\(table.fullyQualifiedName)`",
          hint: meant.isEmpty
            ? "its columns are \(list(table.columns.prefix(8).map(\.name), "and"))"
            : "did you mean \(list(meant, "or"))?",
          at: source.name.range,
          fix: suggestion.only.map { .replace(source.name.value, with: $0) },
          fieldPath: path.member("name").description, model: model)
      ]
    }
    guard case .value(let declared) = source.dataType,
      !ColumnType.fits(declared.value, column)
    else { return [] }
    let actual = ColumnType.sourceType(of: column)
    return [
      Diagnostic(
        .typeMismatch,
        "the column `\(column.name)` is \(column.dataType), which is no \(declared.value.rawValue)",
        hint: actual.map { "write \($0.rawValue), or name another column" }, at: declared.range,
        fieldPath: path.member("dataType").description, model: model)
    ]
  }

  private func list(_ names: [String], _ conjunction: String) -> String {
    let quoted = names.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "not known" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}
