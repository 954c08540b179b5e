import Diagnostics
import ModelManifests
import OpenMetadataEntities

/// Looks at the tables and columns that features are made from: nothing deprecated, and nothing
/// sensitive that the feature does not say.
struct SourceRules {
  let desired: DesiredModel
  let lines: [Resolution.Line]
  let names: CatalogNames

  /// What is wrong with the sources.
  var findings: [Diagnostic] {
    var told: Set<String> = []
    return lines.flatMap { line in
      [deprecated(line)].compactMap { $0 }
        + sensitive(line).filter { told.insert("\($0.fieldPath ?? "") \($0.message)").inserted }
    }
  }

  private var key: String { desired.manifest.findingsKey }

  private func deprecated(_ line: Resolution.Line) -> Diagnostic? {
    let tag = tag(of: line.table.tags, desired.rules.deprecatedTags)
    guard line.table.isDeprecated || tag != nil, let range = line.source.dataSourceFqn.range else {
      return nil
    }
    let why = line.table.isDeprecated ? "deprecated in the catalog" : "tagged `\(tag ?? "")`"
    return Diagnostic(
      .sourceTableDeprecated, "the table `\(line.table.fullyQualifiedName)` is \(why)",
      hint: "name the table that takes its place, or suppress this finding with the reason",
      at: range, fieldPath: line.path.member("dataSource").description, model: key)
  }

  private func sensitive(_ line: Resolution.Line) -> [Diagnostic] {
    guard let column = line.column else { return [] }
    let own = Set((line.feature.tags.value ?? []).map { names.normalised($0.value) })
    let missing = column.tags.filter { tag in
      !own.contains(tag) && self.tag(of: [tag], desired.rules.sensitiveTags) != nil
    }
    let feature = line.feature.name
    return missing.map { tag in
      Diagnostic(
        .sensitiveTagMissing,
        "`\(feature.value)` is made of `\(column.fullyQualifiedName)`, which is tagged `\(tag)`, and "
          + "is not tagged so",
        hint: "add tags: [\(tag)] to the feature, or suppress this finding with the reason",
        at: feature.range,
        notes: [Diagnostic.Note("the column is named here", at: line.source.name.range)],
        fieldPath: FieldPath.mlFeatures.element(feature.value).member("tags").description,
        model: key)
    }
  }

  /// The first tag that a pattern fits.
  private func tag(of tags: [String], _ patterns: [Located<String>]) -> String? {
    tags.first { tag in patterns.contains { Glob($0.value).matches(tag) } }
  }
}
