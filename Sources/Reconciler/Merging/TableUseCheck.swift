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
    var undeclared: [Diagnostic] = []
    var uncertain: [Uncertain] = []
    for dataset in version.datasets
    where dataset.isForTraining && told.insert(dataset.source).inserted {
      switch dataset.source {
      case .table(let parts, let isCertain):
        if named.contains(where: { tables.isSame($0, parts) }) { continue }
        if isCertain {
          undeclared.append(finding(dataset, parts))
        } else {
          uncertain.append(Uncertain(phrase: "`\(parts.joined(separator: "."))`", dataset: dataset))
        }
      case .query(let text):
        uncertain.append(Uncertain(phrase: "the query `\(shown(text))`", dataset: dataset))
      case .other: continue
      }
    }
    return undeclared + [finding(uncertain)].compactMap { $0 }
  }

  /// Data that may be tables, in words.
  private struct Uncertain {
    let phrase: String
    let dataset: DatasetInput
  }

  /// Whether every feature has its table: then no lineage is lost.
  private var isLineageKnown: Bool {
    let features = manifest.mlFeatures.value ?? []
    return !features.isEmpty
      && features.allSatisfy { feature in
        (feature.featureSources.value ?? []).contains { $0.dataSourceFqn.value != nil }
      }
  }

  /// The tables that are sources of features.
  private var named: [FullyQualifiedName] {
    let sources = (manifest.mlFeatures.value ?? []).flatMap { $0.featureSources.value ?? [] }
    return Set(sources.compactMap(\.dataSourceFqn.value))
      .compactMap { try? FullyQualifiedName(parsing: $0) }
  }

  private func finding(_ dataset: DatasetInput, _ parts: [String]) -> Diagnostic {
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

  /// One note for all of them; nil when nothing is lost.
  private func finding(_ uncertain: [Uncertain]) -> Diagnostic? {
    guard let first = uncertain.first, !isLineageKnown else { return nil }
    return finding(
      .uncertainTable,
      "the run was given \(WordList.text(uncertain.map(\.phrase))), which may be or name tables; "
        + "no lineage is made of \(uncertain.count == 1 ? "it" : "them")",
      hint: "name its tables as dataSourceFqn of the features made from them", first.dataset)
  }

  private func shown(_ query: String) -> String {
    let line = query.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? "\(line.prefix(60))…" : line
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
