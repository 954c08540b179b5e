public import Diagnostics

/// Checks that each value of the command line went into exactly one model.
public enum OverrideCheck {
  /// What is wrong with the values, as findings on the command line; each is an error of usage.
  ///
  /// - Parameters:
  ///   - overrides: The values.
  ///   - files: All files that were read with them.
  public static func findings(_ overrides: FieldOverrides, in files: [ManifestFile]) -> [Diagnostic]
  {
    let documents = files.flatMap(\.documents)
    var findings = documents.flatMap(\.problems).map { problem in
      Diagnostic(
        .invalidOverride, problem.value.message, hint: problem.value.hint, at: problem.range)
    }
    for (index, override) in overrides.items.enumerated() {
      let met = documents.filter { $0.matches.contains(index) }
      if met.count != 1 { findings.append(finding(override, met, documents)) }
    }
    return findings
  }

  private static func finding(
    _ override: FieldOverride, _ met: [OverriddenDocument], _ all: [OverriddenDocument]
  ) -> Diagnostic {
    let path = override.path.value
    guard let model = override.model else {
      let names = all.compactMap(\.names.first).map { "`\($0)`" }.joined(separator: ", ")
      return Diagnostic(
        .invalidOverride,
        met.isEmpty
          ? "there is no model whose `\(path)` this could be"
          : "a value is for one model, and there are \(met.count)",
        hint: met.isEmpty ? nil : "write `NAME:\(path)=…`; the models are \(names)",
        at: override.path.range)
    }
    guard met.isEmpty else {
      let names = met.compactMap(\.names.last).map { "`\($0)`" }.joined(separator: ", ")
      return Diagnostic(
        .invalidOverride, "`\(model.value)` names \(met.count) models",
        hint: "write one of the full names \(names)", at: model.range)
    }
    let names = all.compactMap(\.names.first)
    let closest = SpellingSuggestion.best(for: model.value, among: names)
    return Diagnostic(
      .invalidOverride, "no file describes a model `\(model.value)`",
      hint: closest.map { "did you mean `\($0)`?" }
        ?? "the models are \(names.map { "`\($0)`" }.joined(separator: ", "))",
      at: model.range)
  }
}
