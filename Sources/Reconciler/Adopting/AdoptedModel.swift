public import Diagnostics

/// A model of the catalog as the manifest that describes it.
public struct AdoptedModel: Sendable {
  /// The model's name.
  public let name: String
  /// The model's fully qualified name.
  public let fullyQualifiedName: String
  /// The manifest; nil when none can describe the model, and a finding says why.
  public let text: String?
  /// What is to be said about it: fields that the manifest leaves to the catalog.
  public let findings: [Diagnostic]

  init(
    name: String, fullyQualifiedName: String, text: String?, findings: [Diagnostic]
  ) {
    self.name = name
    self.fullyQualifiedName = fullyQualifiedName
    self.text = text
    self.findings = findings
  }
}
