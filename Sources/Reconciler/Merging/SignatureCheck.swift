import Diagnostics
import ModelManifests
import RegisteredModels

/// Compares the features of a file with the signature of the model.
struct SignatureCheck {
  let features: [FeatureManifest]
  let signature: ModelSignature
  let registry: RegistryManifest
  /// The key `mlFeatures`.
  let key: SourceRange
  /// The model, as findings name it.
  let model: String

  /// What differs.
  var findings: [Diagnostic] {
    guard !signature.inputs.isEmpty else { return [] }
    var columns: [String: SignatureColumn] = [:]
    for column in signature.inputs {
      if let name = column.featureName, columns[name] == nil { columns[name] = column }
    }
    guard !columns.isEmpty else { return [incomparable] }
    let given = Set(features.map(\.name.value))
    let missing = signature.inputs.compactMap(\.featureName).filter { !given.contains($0) }
    var findings: [Diagnostic] = []
    var meant: Set<String> = []
    for feature in features {
      let name = feature.name.value
      if let column = columns[name] {
        if let finding = typeFinding(feature, column) { findings.append(finding) }
      } else {
        let best = MisspeltName.meant(by: name, among: missing, unless: meant)
        if let best { meant.insert(best) }
        findings.append(extra(feature, meant: best))
      }
    }
    for name in missing where meant.insert(name).inserted {
      if let column = columns[name] { findings.append(missingFinding(name, column)) }
    }
    return findings
  }

  private func typeFinding(_ feature: FeatureManifest, _ column: SignatureColumn) -> Diagnostic? {
    guard let given = feature.knownDataType, let type = column.type.featureType, type != given
    else { return nil }
    return finding(
      .featureTypeDiffers,
      "`\(feature.name.value)` is \(given.rawValue) here, and the model takes "
        + "\(column.type.phrase) for it",
      hint: "write \(type.rawValue), or suppress this finding with the reason",
      at: feature.dataType.range, feature.name.value, member: "dataType")
  }

  private func extra(_ feature: FeatureManifest, meant: String?) -> Diagnostic {
    finding(
      .featureNotInSignature, "the model takes no input `\(feature.name.value)`",
      hint: meant.map { "did you mean `\($0)`?" }
        ?? "remove the feature, or point to the version that takes it",
      at: feature.name.range, feature.name.value, member: "name")
  }

  private func missingFinding(_ name: String, _ column: SignatureColumn) -> Diagnostic {
    let kind = column.isRequired ? column.type.phrase : "\(column.type.phrase), optional"
    return finding(
      .featureNotInFile, "the model takes an input `\(name)` (\(kind)) that is no feature here",
      severity: column.isRequired ? nil : .note,
      hint: "add it under mlFeatures: as "
        + (column.type.featureType?.rawValue ?? "categorical or numerical"),
      at: key, name)
  }

  private var incomparable: Diagnostic {
    Diagnostic(
      .featuresNotComparable,
      "the inputs of the model's signature have no names, so the features were not compared",
      hint: "log the model with a signature of named columns", at: key, notes: [note],
      fieldPath: "mlFeatures", model: model)
  }

  private func finding(
    _ code: DiagnosticCode, _ message: String, severity: Severity? = nil, hint: String,
    at range: SourceRange, _ feature: String, member: String? = nil
  ) -> Diagnostic {
    let path = FieldPath.mlFeatures.element(feature)
    return Diagnostic(
      code, message, severity: severity, hint: hint, at: range, notes: [note],
      fieldPath: (member.map { path.member($0) } ?? path).description, model: model)
  }

  private var note: Diagnostic.Note {
    Diagnostic.Note("the signature is at \(signature.origin)", at: registry.model.range)
  }
}
