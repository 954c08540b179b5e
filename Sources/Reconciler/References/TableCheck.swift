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
    func finding(
      _ code: DiagnosticCode, _ message: String, _ hint: String, meant: String? = nil
    ) -> Diagnostic {
      Diagnostic(
        code, message, hint: hint, at: written.range,
        fix: meant.map { .replace(written.value, with: $0) }, fieldPath: path.description,
        model: model)
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
          "write \(list(sameLetters)) if that is meant",
          meant: sameLetters.count == 1 ? sameLetters.first : nil)
      }
      return finding(
        .tableNotFound, "the catalog has no table `\(name)`",
        suggestion ?? "write service.database.schema.table as the catalog shows it",
        meant: only)
    }
  }

  private static let partCount = ["service", "database", "schema", "table"].count

  /// What may have been meant; nil when nothing is near.
  private var suggestion: String? {
    guard let parsed = try? FullyQualifiedName(parsing: name) else { return nil }
    guard parsed.parts.count == Self.partCount else { return wrongParts(parsed.parts.count) }
    let tables = neighbours.compactMap { try? FullyQualifiedName(parsing: $0) }
    // Of the same name they are in another schema, one that is spelt nearly so.
    let same = tables.contains { $0.last == parsed.last } ? [parsed.last] : []
    let near = same + SpellingSuggestion.ranked(for: parsed.last, among: tables.map(\.last))
    // Names equally near are all listed, none is picked.
    let full = near.prefix(same.isEmpty ? 2 : 1).compactMap { last in
      zip(tables, neighbours).first { $0.0.last == last }?.1
    }
    if !full.isEmpty { return "did you mean \(list(full))?" }
    guard let schema = tables.first?.parent, schema != parsed.parent,
      let text = try? schema.text(.doublesQuotes)
    else { return nil }
    return "did you mean a table of the schema `\(text)`?"
  }

  /// The table that may be taken without asking: one slip of the pen away in the same schema, or of
  /// the same name in a schema that is one slip away.
  private var only: String? {
    guard let parsed = try? FullyQualifiedName(parsing: name),
      parsed.parts.count == Self.partCount
    else { return nil }
    let known = neighbours.compactMap { text in
      (try? FullyQualifiedName(parsing: text)).map { (name: $0, text: text) }
    }
    let beside = known.filter { $0.name.parent == parsed.parent }
    if beside.isEmpty {
      let same = known.filter { $0.name.last == parsed.last }.map(\.text)
      return SpellingSuggestion.only(for: name, among: same, slips: 1)
    }
    let meant = SpellingSuggestion.only(
      for: parsed.last, among: beside.map(\.name.last), slips: 1)
    return beside.first { $0.name.last == meant }?.text
  }

  private func wrongParts(_ count: Int) -> String {
    let form = "a table is named as service.database.schema.table, and this name has "
    if count < Self.partCount { return form + "\(count) part\(count == 1 ? "" : "s") of the four" }
    return form + "\(count) parts; a column is named by the source's `name`"
  }

  private func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: " or ")
  }
}
