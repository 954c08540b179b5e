import Diagnostics
import YAMLSource

/// What registries call things, as far as their own rules are known without asking them.
extension Decoding {
  /// The name of a registered model, without the version that some write behind it.
  mutating func registeredModel(_ node: YAMLNode) -> Located<String>? {
    guard let text = filledText(node) else { return nil }
    guard text.value.hasPrefix("models:/") || text.value.hasPrefix("azureml:") else { return text }
    report(
      codes.invalidRegistration, "`\(text.value)` names a version, and `model` the model alone",
      hint: "write the name here, and what chooses the version as a key beside it", at: node)
    return nil
  }

  /// A version of MLflow, which counts from 1, or `latest`.
  mutating func mlflowVersion(_ node: YAMLNode) -> Located<String>? {
    guard let text = filledText(node) else { return nil }
    let digits = text.value.utf8
    let isNumber = digits.allSatisfy { (48...57).contains($0) } && digits.first != 48
    if isNumber || text.value == "latest" { return text }
    report(
      codes.invalidRegistration, "MLflow has no version `\(text.value)`",
      hint: "versions are whole numbers from 1; `latest` is the newest that is ready", at: node)
    return nil
  }

  /// An alias by the rules of MLflow: letters, digits, `_` and `-`; `latest` and `v1` are taken.
  mutating func mlflowAlias(_ node: YAMLNode) -> Located<String>? {
    guard let text = filledText(node) else { return nil }
    let alias = text.value
    let number = alias.dropFirst().utf8
    let hint: String
    if alias.lowercased() == "latest" {
      hint = "write `version: latest` for the newest version that is ready"
    } else if alias.first == "v" || alias.first == "V", !number.isEmpty,
      number.allSatisfy({ (48...57).contains($0) })
    {
      hint = "write `version: \(alias.dropFirst())`"
    } else if alias.unicodeScalars.allSatisfy(Self.isOfAlias) {
      return text
    } else {
      hint = "aliases are made of letters, digits, `_` and `-`"
    }
    report(codes.invalidRegistration, "MLflow has no alias `\(alias)`", hint: hint, at: node)
    return nil
  }

  private static func isOfAlias(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return scalar == "_" || scalar == "-" || properties.isAlphabetic
      || properties.numericType != nil
  }

  /// MLflow's stages.
  static let stages = ["Production", "Staging", "Archived", "None"]

  /// A version of Azure ML, which is any text but the name of its only label.
  mutating func azureMLVersion(_ node: YAMLNode) -> Located<String>? {
    guard let text = filledText(node) else { return nil }
    guard text.value == "latest" else { return text }
    report(
      codes.invalidRegistration, "`latest` is a label of Azure ML and no version",
      hint: "write `label: latest`", at: node)
    return nil
  }

  /// The id of a subscription of Azure.
  mutating func subscription(_ node: YAMLNode) -> Located<String>? {
    guard let text = filledText(node) else { return nil }
    let groups = text.value.split(separator: "-", omittingEmptySubsequences: false)
    let isID =
      groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
    if isID { return text }
    report(
      codes.invalidRegistration, "`\(text.value)` is no id of a subscription",
      hint: "`az account show --query id` prints it", at: node)
    return nil
  }

  /// The address of an MLflow server, without user info: a secret has no place in these files.
  mutating func mlflowURI(_ node: YAMLNode) -> Located<String>? {
    guard let text = filledText(node) else { return nil }
    let uri = text.value
    if ["databricks", "databricks-uc"].contains(uri) { return text }
    let isWeb = ["http://", "https://"].contains { uri.lowercased().hasPrefix($0) }
    guard isWeb, URLSyntax.isAbsolute(uri) else {
      report(
        codes.invalidURL, "`\(path)` is no address of an MLflow server",
        hint: "write it like `https://mlflow.example.com`, or `databricks`, or `databricks-uc`",
        at: node)
      return nil
    }
    guard !uri.contains(where: { "?#".contains($0) }) else {
      report(
        codes.invalidURL, "`\(path)` has a query or a fragment",
        hint: "give the address of the server alone, not that of a page", at: node)
      return nil
    }
    guard uri.contains("@") else { return text }
    report(
      codes.invalidURL, "`\(path)` holds a user name or a password",
      hint: "set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD in the environment",
      at: node)
    return nil
  }
}
