import Diagnostics
import RegisteredModels

/// What is said of a registered model that is not there.
struct MissingModel {
  /// How many models a hint lists.
  private static let listed = 5

  private let endpoint: MLflowEndpoint
  private let known: [String]

  /// Knows the registry that was asked, and the names that it begins its list with.
  init(in endpoint: MLflowEndpoint, among known: [String]) {
    self.endpoint = endpoint
    self.known = known
  }

  /// The refusal of a name.
  func refusal(of name: String) -> RegistryRefusal {
    RegistryRefusal(
      .model, "MLflow at \(endpoint.uri) has no registered model `\(name)`", hint: hint(for: name))
  }

  private func hint(for name: String) -> String {
    if let near = SpellingSuggestion.best(for: name, among: known) {
      return "did you mean `\(near)`?"
    }
    if known.isEmpty || known.count > Self.listed {
      return "check the name, and that \(endpoint.source) names the right server"
    }
    return "it has \(known.map { "`\($0)`" }.joined(separator: ", "))"
  }
}
