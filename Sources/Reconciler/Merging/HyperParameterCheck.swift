import Diagnostics
import ModelManifests
import RegisteredModels

/// Compares the hyper-parameters of a file with the parameters of the run.
struct HyperParameterCheck {
  let parameters: [HyperParameterManifest]
  let recorded: [RegistryParameter]
  let registry: RegistryManifest
  /// The key `mlHyperParameters`.
  let key: SourceRange
  /// The model, as findings name it.
  let model: String

  /// What differs; a run that recorded no parameters contradicts none.
  var findings: [Diagnostic] {
    guard let first = recorded.first else { return [] }
    let values = Dictionary(recorded.map { ($0.name, $0.value) }) { first, _ in first }
    let given = Set(parameters.map(\.name.value))
    let missing = recorded.filter { !given.contains($0.name) && $0.value.value != "None" }
      .map(\.name)
    var meant: Set<String> = []
    var findings: [Diagnostic] = []
    for parameter in parameters {
      let name = parameter.name.value
      if let value = values[name] {
        if let finding = drift(parameter, value) { findings.append(finding) }
        continue
      }
      let best = MisspeltName.meant(by: name, among: missing, unless: meant)
      if let best { meant.insert(best) }
      findings.append(extra(parameter, meant: best, origin: first.value.origin))
    }
    let unmentioned = missing.filter { !meant.contains($0) }
    if !unmentioned.isEmpty { findings.append(left(unmentioned, origin: first.value.origin)) }
    return findings
  }

  private func drift(
    _ parameter: HyperParameterManifest, _ value: Sourced<String>
  ) -> Diagnostic? {
    // Two secrets are compared by whoever knows them; a lock does not have them.
    guard let given = parameter.knownValue, !SecretKeys.isSensitive(parameter.name.value),
      value.value != SecretText.mark, !ParameterText.areSame(given, value.value)
    else {
      return nil
    }
    // A line break would let the run's value look like a line of the report.
    let shown = value.value.contains(where: \.isNewline) ? "the run's value" : value.value
    return finding(
      .hyperParameterDrift,
      "`\(parameter.name.value)` is `\(given)` here, and the run used "
        + "`\(value.value)`",
      hint: "write \(shown), or leave mlHyperParameters: out of the file",
      at: parameter.value.range, notes: ["the run's value is at \(value.origin)"],
      .mlHyperParameters.element(parameter.name.value).member("value"))
  }

  private func extra(
    _ parameter: HyperParameterManifest, meant: String?, origin: String
  ) -> Diagnostic {
    finding(
      .hyperParameterNotInRun, "the run recorded no parameter `\(parameter.name.value)`",
      hint: meant.map { "did you mean `\($0)`?" } ?? "remove it, or let the training record it",
      at: parameter.name.range, notes: ["the run's parameters are at \(run(origin))"],
      .mlHyperParameters.element(parameter.name.value).member("name"))
  }

  private func left(_ names: [String], origin: String) -> Diagnostic {
    finding(
      .hyperParametersNotInFile,
      "the run also recorded \(WordList.text(names.map { "`\($0)`" })), which the file leaves out",
      hint: "leave mlHyperParameters: out of the file to publish all that the run recorded",
      at: key, notes: ["the run's parameters are at \(run(origin))"], .mlHyperParameters)
  }

  /// The place of a run without that of one of its parameters.
  private func run(_ origin: String) -> String {
    String(origin.prefix { $0 != "#" })
  }

  private func finding(
    _ code: DiagnosticCode, _ message: String, hint: String, at range: SourceRange,
    notes: [String], _ path: FieldPath
  ) -> Diagnostic {
    Diagnostic(
      code, message, hint: hint, at: range,
      notes: notes.map { Diagnostic.Note($0, at: registry.model.range) },
      fieldPath: path.description,
      model: model)
  }
}
