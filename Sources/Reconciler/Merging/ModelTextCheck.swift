import Diagnostics
import ModelManifests
import RegisteredModels

/// Compares the algorithm and the target of a file with what the registry knows.
struct ModelTextCheck {
  let manifest: ModelManifest
  let version: RegisteredVersion
  let registry: RegistryManifest

  /// What differs.
  var findings: [Diagnostic] { [algorithm, target].compactMap { $0 } }

  private var algorithm: Diagnostic? {
    // Where nothing better is known a registry gives the library, such as `pytorch`.
    guard case .value(let given) = manifest.algorithm, let known = version.algorithm,
      known.value.contains(where: \.isUppercase), !Self.areRelated(given.value, known.value)
    else { return nil }
    return finding(.algorithmDiffers, "algorithm", given, known, "the registry says")
  }

  private var target: Diagnostic? {
    guard case .value(let given) = manifest.target, let known = version.target,
      given.value != known.value
    else { return nil }
    return finding(.targetDiffers, "target", given, known, "the model gives")
  }

  private func finding(
    _ code: DiagnosticCode, _ key: String, _ given: Located<String>, _ known: Sourced<String>,
    _ verb: String
  ) -> Diagnostic {
    Diagnostic(
      code, "the \(key) is `\(given.value)` here, and \(verb) `\(known.value)`",
      hint: "correct it, or leave \(key): out of the file", at: given.range,
      notes: [
        Diagnostic.Note("the registry's value is at \(known.origin)", at: registry.model.range)
      ],
      fieldPath: key, model: manifest.findingsKey)
  }

  /// Whether two names may stand for one algorithm: people write `Random Forest` and `XGBoost`,
  /// registries `sklearn.ensemble.RandomForestClassifier` and `XGBRegressor`.
  static func areRelated(_ left: String, _ right: String) -> Bool {
    let (left, right) = (words(left), words(right))
    if left.isEmpty || right.isEmpty { return true }
    let (whole, other) = (left.joined(), right.joined())
    return whole.contains(other) || other.contains(whole)
      || left.contains { word in right.contains { areRelated(word: word, $0) } }
  }

  private static func areRelated(word: String, _ other: String) -> Bool {
    let shared = zip(word, other).prefix { $0 == $1 }.count
    return shared >= 3
  }

  /// The words of a name in lower case: split at what is no letter or digit, and before capitals.
  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    var isCapital = false
    for character in name {
      guard character.isLetter || character.isNumber else {
        words.append("")
        continue
      }
      if words.isEmpty || character.isUppercase && !isCapital { words.append("") }
      words[words.count - 1] += character.lowercased()
      isCapital = character.isUppercase
    }
    return words.filter { !$0.isEmpty && !common.contains($0) }
  }

  /// Words of many algorithms' names, which relate none to another.
  private static let common: Set<String> = [
    "model", "classifier", "classification", "regressor", "regression", "algorithm", "sklearn",
    "pipeline", "estimator",
  ]
}
