import Diagnostics
import FullyQualifiedNames
import ModelManifests
import RegisteredModels

/// Compares the tables that a run was trained on with those that the features name.
struct TableUseCheck {
  /// The manifest, filled.
  let manifest: ModelManifest
  let version: RegisteredVersion
  let tables: RegistryTables
  let registry: RegistryManifest
  /// Whether the file itself lists the features.
  let listsFeatures: Bool

  /// What the file does not tell of.
  var findings: [Diagnostic] {
    var told: Set<DatasetInput.Source> = []
    return version.datasets.filter(\.isForTraining).compactMap { dataset in
      guard told.insert(dataset.source).inserted else { return nil }
      switch dataset.source {
      case .table(let parts, let isCertain):
        if named.contains(where: { tables.isSame($0, parts) }) { return nil }
        return isCertain ? undeclared(dataset, parts) : uncertain(dataset, parts)
      case .query(let text): return query(dataset, text)
      case .other: return nil
      }
    }
  }

  /// The tables that are sources of features.
  private var named: [FullyQualifiedName] {
    let sources = (manifest.mlFeatures.value ?? []).flatMap { $0.featureSources.value ?? [] }
    return Set(sources.compactMap(\.dataSourceFqn.value))
      .compactMap { try? FullyQualifiedName(parsing: $0) }
  }

  private func undeclared(_ dataset: DatasetInput, _ parts: [String]) -> Diagnostic {
    let hint =
      if listsFeatures {
        "name it as dataSourceFqn of the features that are made from it"
      } else if tables.name(of: parts) == nil {
        "say under registry: tables: in mlcatalog.yaml how the catalog calls it"
      } else {
        "the run did not record which columns are features; list them under mlFeatures:"
      }
    return finding(
      .undeclaredTable,
      "the model was trained on `\(parts.joined(separator: "."))`, which no feature has as its "
        + "source", hint: hint, dataset)
  }

  private func uncertain(_ dataset: DatasetInput, _ parts: [String]) -> Diagnostic {
    finding(
      .uncertainTable,
      "the run was given data called `\(parts.joined(separator: "."))`, which may be a table; "
        + "no lineage is made of it",
      hint: "if it is one, name it as dataSourceFqn of the features made from it", dataset)
  }

  private func query(_ dataset: DatasetInput, _ text: String) -> Diagnostic {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let shown = line.count > 60 ? "\(line.prefix(60))…" : line
    return finding(
      .uncertainTable,
      "the model was trained on the query `\(shown)`, whose tables are not told apart; "
        + "no lineage is made of it",
      hint: "name its tables as dataSourceFqn of the features made from them", dataset)
  }

  private func finding(
    _ code: DiagnosticCode, _ message: String, hint: String, _ dataset: DatasetInput
  ) -> Diagnostic {
    Diagnostic(
      code, message, hint: hint, at: registry.model.range,
      notes: [Diagnostic.Note("the run recorded it at \(dataset.origin)")],
      fieldPath: "mlFeatures", model: manifest.findingsKey)
  }
}
