import Diagnostics
import FullyQualifiedNames
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// What became of the tables and columns that features are made from: against the lock where it
/// knows a table, else against what the file says.
struct TableDrift {
  private let desired: DesiredModel
  private let snapshot: CatalogSnapshot
  private let locked: [String: Lookup<Table>]
  /// Where tables are now that are not found by their name, by that name.
  private let moved: [String: Lookup<Table>]
  private let published: [PublishedSource]
  private let names: CatalogNames
  private var told: Set<[String]> = []
  private(set) var drifts: [Drift] = []
  /// What could not be looked at.
  private(set) var findings: [Diagnostic] = []

  init(
    _ desired: DesiredModel, _ snapshot: CatalogSnapshot, locked: [String: Lookup<Table>],
    moved: [String: Lookup<Table>], published: [PublishedSource]
  ) {
    self.desired = desired
    self.snapshot = snapshot
    self.locked = locked
    self.moved = moved
    self.published = published
    names = CatalogNames(snapshot.capabilities.quoting)
    for feature in desired.manifest.mlFeatures.value ?? [] {
      for source in feature.featureSources.value ?? [] { compare(source, feature) }
    }
  }

  private mutating func compare(_ source: FeatureSourceManifest, _ feature: FeatureManifest) {
    guard let written = source.dataSourceFqn.value, let range = source.dataSourceFqn.range else {
      return
    }
    let name = names.normalised(written)
    let path = FieldPath.mlFeatures.element(feature.name.value).member("featureSources")
      .element(source.key)
    switch snapshot.tables[name] {
    case .found(let table)?:
      compare(table, name, at: range, path)
      compare(source, feature, table, name, path)
    case .deleted?:
      add(
        .driftedTableGone, "table \(name)", published: .string(name), at: range, path,
        "the table `\(name)` was deleted in the catalog",
        hint: "name the table that took its place, or restore it in the catalog")
    case .notFound?: compareMissing(name, at: range, path)
    case .forbidden(let reason)?:
      guard told.insert([name]).inserted else { return }
      findings.append(
        diagnostic(
          .driftUnknown, "the token may not see the table `\(name)` any more: \(reason)",
          hint: "let an administrator give the publisher's bot the right to view it", at: range,
          path))
    case nil: break
    }
  }

  private mutating func compareMissing(_ name: String, at range: SourceRange, _ path: FieldPath) {
    guard case .found(let other)? = moved[name] else {
      return add(
        .driftedTableGone, "table \(name)", published: .string(name), at: range, path,
        "the catalog has no table `\(name)` any more",
        hint: "name the table that took its place, or remove the source")
    }
    add(
      .driftedTableReplaced, "table \(name)", published: .string(name),
      current: .string(other.fullyQualifiedName), at: range, path,
      "the table `\(name)` is called `\(other.fullyQualifiedName)` now",
      hint: "write `\(other.fullyQualifiedName)`")
  }

  // MARK: Tables that are there

  private mutating func compare(
    _ table: Table, _ name: String, at range: SourceRange, _ path: FieldPath
  ) {
    let before = locked[name]?.known
    let ids = [before?.id] + published.filter { $0.tableName == name }.map { $0.table }
    if let id = ids.compactMap({ $0 }).first(where: { $0 != table.id }) {
      add(
        .driftedTableReplaced, "table \(name)", published: .string(id), current: .string(table.id),
        at: range, path, "another table is called `\(name)` now than when it was published",
        hint: "see whether it is the same data, then publish; lineage leads from the former one")
    }
    if table.isDeprecated, before?.isDeprecated != true {
      add(
        .driftedTableDeprecated, "table \(name)", current: "Deprecated", at: range, path,
        "the table `\(name)` was deprecated in the catalog",
        hint: "ask its owners what takes its place, and name that")
    }
  }

  // MARK: Columns

  private mutating func compare(
    _ source: FeatureSourceManifest, _ feature: FeatureManifest, _ table: Table, _ name: String,
    _ path: FieldPath
  ) {
    let check = ColumnCheck(source: source, feature: feature, table: table)
    let before = locked[name]?.known.map {
      ColumnCheck(source: source, feature: feature, table: $0).column
    }
    let subject = "column \(name).\(source.name.value)"
    guard let column = check.column else {
      // What the lock does not know either was wrong from the start, which a check tells.
      if case .some(nil) = before { return }
      let hint = check.findings(at: path, model: desired.manifest.findingsKey).first?.hint
      return add(
        .driftedColumnGone, subject, published: (before??.dataType).map { .string($0) },
        at: source.name.range, path.member("name"),
        "the table `\(name)` has no column `\(source.name.value)`"
          + (before == nil ? "" : " any more"), hint: hint)
    }
    let declared = source.dataType.value
    let expected: String
    if let before {
      guard let before, before.dataType != column.dataType else { return }
      expected = before.dataType
    } else {
      guard let declared, !ColumnType.fits(declared, column) else { return }
      expected = declared.rawValue
    }
    let isDeclared = declared.map { ColumnType.fits($0, column) } ?? true
    add(
      .driftedColumnType, subject, published: .string(expected), current: .string(column.dataType),
      at: source.dataType.range ?? source.name.range, path.member("dataType"),
      "the column `\(source.name.value)` of `\(name)` is \(column.dataType) now, \(expected) "
        + (before == nil ? "in the file" : "in the lock"),
      hint: isDeclared
        ? "see whether the feature still means the same, then run `mlcatalog lock`"
        : ColumnType.sourceType(of: column).map { "write \($0.rawValue), or name another column" })
  }

  // MARK: Entries

  private mutating func add(
    _ code: DiagnosticCode, _ subject: String, published: JSON? = nil, current: JSON? = nil,
    at range: SourceRange, _ path: FieldPath, _ message: String, hint: String?
  ) {
    // Many features may be made from one table.
    guard told.insert([code.rawValue, subject]).inserted else { return }
    drifts.append(
      Drift(
        .sourceTable, subject, published: published, current: current,
        diagnostic(code, message, hint: hint, at: range, path)))
  }

  private func diagnostic(
    _ code: DiagnosticCode, _ message: String, hint: String?, at range: SourceRange,
    _ path: FieldPath
  ) -> Diagnostic {
    Diagnostic(
      code, message, hint: hint, at: range, fieldPath: path.description,
      model: desired.manifest.findingsKey)
  }
}
