import Diagnostics
import FullyQualifiedNames
import ModelManifests
import OpenMetadataEntities

/// Says why a table did not resolve, and which one may have been meant.
struct TableCheck {
  /// The name as the server would write it.
  let name: String
  /// The name as the file has it.
  let written: Located<String>
  /// What asking for it came to.
  let lookup: Lookup<Table>
  /// The other tables of its schema.
  let neighbours: [String]

  /// The finding; nil when the table is there.
  func finding(at path: FieldPath, model: String) -> Diagnostic? {
    func finding(_ code: DiagnosticCode, _ message: String, _ hint: String) -> Diagnostic {
      Diagnostic(
        code, message, hint: hint, at: written.range, fieldPath: path.description, model: model)
    }
    switch lookup {
    case .found: return nil
    case .deleted:
      return finding(
        .tableDeleted, "the table `\(name)` was deleted in the catalog",
        "name the table that took its place, or restore it in the catalog")
    case .forbidden(let reason):
      return finding(
        .tableForbidden, "the token may not see the table `\(name)`: \(reason)",
        "let an administrator give the publisher's bot the right to view it")
    case .notFound:
      let sameLetters = neighbours.filter { $0.lowercased() == name.lowercased() }
      if !sameLetters.isEmpty {
        return finding(
          .tableLetterCase, "the catalog has no table `\(name)`, only with other letter case",
          "write \(list(sameLetters)) if that is meant")
      }
      return finding(
        .tableNotFound, "the catalog has no table `\(name)`",
        suggestion ?? "write service.database.schema.table as the catalog shows it")
    }
  }

  /// Names near in spelling; those equally near are all listed, none is picked.
  private var suggestion: String? {
    let parsed = try? FullyQualifiedName(parsing: name)
    let tables = neighbours.compactMap { try? FullyQualifiedName(parsing: $0) }
    guard let parsed else { return nil }
    let near = SpellingSuggestion.ranked(for: parsed.last, among: tables.map(\.last))
    guard !near.isEmpty else { return nil }
    let full = near.prefix(2).compactMap { last in
      zip(tables, neighbours).first { $0.0.last == last }?.1
    }
    return "did you mean \(list(Array(full)))?"
  }

  private func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: " or ")
  }
}
