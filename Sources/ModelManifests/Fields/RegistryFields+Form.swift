import YAMLSource

/// How `registry` is written that stands there as one text, as registries' own tools write it.
extension RegistryRecord {
  static func flowForm(_ text: String) -> String {
    let kinds = ["mlflow", "models", "azureml"]
    let start = text.prefix { $0 != ":" }
    guard let kind = kinds.first(where: { $0 == start.lowercased() }) else {
      return "{mlflow: \(MLflowRegistryManifest.flowForm(text))}"
    }
    let key = kind == "azureml" ? kind : "mlflow"
    let rest = text.dropFirst(start.count + 1).drop { $0 == "/" || $0.isWhitespace }
    if rest.isEmpty {
      let field = descriptions.first { $0.key == key }
      return "{\(key): \(field?.example ?? "{}")}"
    }
    return key == "azureml"
      ? "{azureml: \(AzureMLRegistryManifest.flowForm(String(rest)))}"
      : "{mlflow: \(MLflowRegistryManifest.flowForm(String(rest)))}"
  }
}

extension MLflowRegistryManifest {
  /// `NAME`, `NAME@ALIAS` or `NAME/VERSION`.
  static func flowForm(_ text: String) -> String {
    if let (name, alias) = parts(of: text, at: "@") {
      return "{model: \(name), alias: \(alias)}"
    }
    if let (name, version) = parts(of: text, at: "/") {
      return "{model: \(name), version: \(version)}"
    }
    return "{model: \(ScalarText.item(text)), alias: champion}"
  }
}

extension AzureMLRegistryManifest {
  /// `NAME`, `NAME:VERSION` or `NAME@latest`.
  static func flowForm(_ text: String) -> String {
    if let (name, label) = parts(of: text, at: "@") {
      return "{model: \(name), label: \(label)}"
    }
    if let (name, version) = parts(of: text, at: ":") {
      return "{model: \(name), version: \(version)}"
    }
    return "{model: \(ScalarText.item(text)), label: latest}"
  }
}

/// What stands before and behind the last of a separator; nil when either is empty.
private func parts(of text: String, at separator: Character) -> (String, String)? {
  guard let place = text.lastIndex(of: separator) else { return nil }
  let (before, behind) = (text[..<place], text[text.index(after: place)...])
  guard !before.isEmpty, !behind.isEmpty else { return nil }
  return (ScalarText.item(String(before)), ScalarText.item(String(behind)))
}
