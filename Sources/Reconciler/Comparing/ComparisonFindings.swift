public import Diagnostics
import JSONDocuments
import ModelManifests

/// What a comparison has to say about models, each at its place in the files as they are now.
public struct ComparisonFindings {
  private let reference: String

  /// Makes the findings of a comparison with a commit, named as the user names it.
  public init(against reference: String) {
    self.reference = reference
  }

  /// The findings, model by model.
  public func findings(of comparison: ManifestComparison) -> [Diagnostic] {
    comparison.models.flatMap { model in
      switch model.change {
      case .added: [Diagnostic]()
      case .removed: [removed(model)]
      case .renamed: [renamed(model)] + breaking(model)
      case .changed: breaking(model)
      case .unknown: [unknown(model)]
      }
    }
  }

  private func removed(_ model: ModelComparison) -> Diagnostic {
    Diagnostic(
      .modelRemoved,
      "the model `\(model.fullyQualifiedName)` of \(model.manifest) is described no more",
      hint: "the catalog keeps it; delete it there once nobody uses it",
      model: model.fullyQualifiedName)
  }

  private func renamed(_ model: ModelComparison) -> Diagnostic {
    let former = model.former?.fullyQualifiedName ?? model.name
    return Diagnostic(
      .modelRenamed,
      "the model looks like a rename of `\(former)`, which the catalog keeps beside it",
      hint: "keep the name and set displayName, or delete the old model once nobody uses it",
      at: model.range, fieldPath: "name", model: model.fullyQualifiedName)
  }

  private func unknown(_ model: ModelComparison) -> Diagnostic {
    Diagnostic(
      .notComparable,
      "`\(model.fullyQualifiedName)` is not compared with \(reference): \(model.obstacle ?? "")",
      at: model.range, model: model.fullyQualifiedName)
  }

  /// One finding for each feature and member, however many leaves of it are concerned.
  private func breaking(_ model: ModelComparison) -> [Diagnostic] {
    var told: Set<FieldPath> = []
    return model.changes.filter(\.isBreaking).compactMap { change in
      let finding = BreakingFinding(change, model)
      return told.insert(finding.path).inserted ? finding.diagnostic : nil
    }
  }
}
