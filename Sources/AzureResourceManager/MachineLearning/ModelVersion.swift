public import JSONDocuments

/// A version of a registered model.
public struct ModelVersion: Sendable, Hashable {
  /// The resource; its name is the version.
  public let resource: Resource

  /// Reads a document.
  public init?(_ document: JSON) {
    guard let resource = Resource(document) else { return nil }
    self.resource = resource
  }

  /// The version; any text, though Azure itself counts.
  public var version: String { resource.name }
  /// The description; nil when it is empty.
  public var description: String? { resource["description"]?.string.flatMap(nonEmpty) }
  /// Whether it is archived.
  public var isArchived: Bool { resource["isArchived"]?.bool ?? false }
  /// `mlflow_model`, `custom_model` or `triton_model`.
  public var modelType: String? { resource["modelType"]?.string }
  /// Where its files are.
  public var modelURI: String? { resource["modelUri"]?.string.flatMap(nonEmpty) }
  /// The job that made it.
  public var jobName: String? { resource["jobName"]?.string.flatMap(nonEmpty) }
  /// The stage; nil for none, which MLflow's clients write as `None`.
  public var stage: String? {
    resource["stage"]?.string.flatMap(nonEmpty).flatMap { $0 == "None" ? nil : $0 }
  }
  /// `Succeeded`, `Failed`, `Canceled`, `Creating`, `Updating` or `Deleting`.
  public var provisioningState: String? { resource["provisioningState"]?.string }
  /// The names of the MLflow flavors, in the order of the document.
  public var flavors: [String] { resource["flavors"]?.object?.keys ?? [] }
  /// The datasets that it names itself.
  public var datasets: [String] {
    (resource["datasets"]?.array ?? []).compactMap { $0.string ?? $0["id"]?.string }
  }
}

private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
