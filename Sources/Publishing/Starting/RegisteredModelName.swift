import Diagnostics
public import ModelManifests

/// A version of a registered model as the command line names it: `mlflow:MODEL@ALIAS`,
/// `mlflow:MODEL/VERSION`, or `azureml:` before the id that Azure shows.
public struct RegisteredModelName: Sendable, Equatable {
  /// Why a text names no version.
  public struct Problem: Error, Sendable, Equatable {
    /// What is wrong, without its full stop.
    public let message: String
    /// What to write instead.
    public let hint: String
  }

  /// What a manifest says of it.
  public let registry: RegistryManifest

  /// Reads a name.
  ///
  /// - Throws: ``Problem`` for anything else, also for names that a registry could not have.
  public init(parsing text: String) throws(Problem) {
    let keys: [(String, String)]
    let kind: String
    if text.hasPrefix("mlflow:") {
      kind = "mlflow"
      keys = try Self.mlflow(text.dropFirst("mlflow:".count))
    } else if text.hasPrefix("azureml:") {
      kind = "azureml"
      keys = try Self.azureML(text.dropFirst("azureml:".count))
    } else {
      throw Problem(message: "`\(text)` names no registry", hint: Self.forms)
    }
    let members = keys.map { "\($0.0): \(YAMLText.quoted($0.1))" }.joined(separator: ", ")
    let manifest = "name: model\nregistry: {\(kind): {\(members)}}\n"
    var findings = DiagnosticList()
    let file = ManifestFile(
      SourceFile(path: "command line", bytes: Array(manifest.utf8)), diagnostics: &findings)
    if let finding = findings.items.first {
      throw Problem(message: finding.message, hint: finding.hint ?? Self.forms)
    }
    guard let registry = file.models.first?.registry else {
      throw Problem(message: "`\(text)` names no version", hint: Self.forms)
    }
    self.registry = registry
  }

  private static let forms =
    "write mlflow:MODEL@ALIAS, mlflow:MODEL/VERSION, or azureml: before the id of a version"

  private static func mlflow(_ text: Substring) throws(Problem) -> [(String, String)] {
    let name = text.hasPrefix("models:/") ? text.dropFirst("models:/".count) : text
    let at = name.lastIndex(of: "@")
    guard let end = at ?? name.lastIndex(of: "/") else {
      throw Problem(
        message: name.isEmpty
          ? "`mlflow:\(text)` names no model" : "nothing chooses a version of `\(name)`",
        hint: forms)
    }
    let model = name[..<end]
    let selector = name[name.index(after: end)...]
    if model.isEmpty || selector.isEmpty {
      let (side, what) =
        model.isEmpty ? ("before", "model") : ("after", at == nil ? "version" : "alias")
      throw Problem(
        message: "`mlflow:\(text)` names no \(what): nothing stands \(side) the `\(name[end])`",
        hint: forms)
    }
    return [("model", String(model)), (at == nil ? "version" : "alias", String(selector))]
  }

  /// Azure's ids: `/subscriptions/S/resourceGroups/G/providers/P/workspaces/W/models/M/versions/V`.
  private static func azureML(_ text: Substring) throws(Problem) -> [(String, String)] {
    let parts = text.split(separator: "/").map(String.init)
    guard text.hasPrefix("/"), parts.count == 12 else {
      throw Problem(
        message: "`azureml:\(text)` is no id of a version",
        hint: "`az ml model show --query id` prints it: /subscriptions/…/versions/3")
    }
    var keys: [(String, String)] = []
    for index in stride(from: 0, to: parts.count, by: 2) {
      switch parts[index].lowercased() {
      case "subscriptions": keys.append(("subscription", parts[index + 1]))
      case "resourcegroups": keys.append(("resourceGroup", parts[index + 1]))
      case "providers": continue
      case "workspaces": keys.append(("workspace", parts[index + 1]))
      case "registries": keys.append(("registry", parts[index + 1]))
      case "models": keys.append(("model", parts[index + 1]))
      case "versions": keys.append(("version", parts[index + 1]))
      case "labels": keys.append(("label", parts[index + 1]))
      default:
        throw Problem(
          message: "`\(parts[index])` is no part of an id of a version", hint: forms)
      }
    }
    return keys
  }
}
