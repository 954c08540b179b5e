import AzureResourceManager
import MLflowAPI
import RegisteredModels

/// Tags and properties of a model, its version and its job.
enum AzureMLTags {
  private typealias Carried = (carrier: RegistryTag.Carrier, key: String, value: Sourced<String>)

  /// Keys that begin so are written by Azure's and MLflow's clients for their own use.
  private static let reserved = ["azureml.", "_azureml", "_aml", "azureml_", "mlflow."]

  /// Those that people wrote, sorted by carrier and key.
  static func all(_ findings: AzureMLFindings) -> [RegistryTag] {
    everything(findings)
      .filter { tag in !reserved.contains { tag.key.lowercased().hasPrefix($0) } }
      .map { RegistryTag($0.carrier, key: $0.key, value: $0.value) }
  }

  /// The estimator that a client noted, else the first flavor that says more than `python_function`.
  static func algorithm(_ findings: AzureMLFindings) -> Sourced<String>? {
    if let noted = first(["estimator_name", "estimator_class"], findings) { return noted }
    let version = findings.version
    return version.flavors.first { $0 != "python_function" }.map { flavor in
      Sourced(flavor, from: "azureml:\(version.resource.id)#flavors.\(flavor)")
    }
  }

  /// The commit that the job was started from.
  static func gitCommit(_ findings: AzureMLFindings) -> Sourced<String>? {
    first(["mlflow.source.git.commit", "azureml.git.commit"], findings)
  }

  /// The first key that is there: of the version, then of the job, then of its run.
  private static func first(
    _ keys: [String], _ findings: AzureMLFindings
  ) -> Sourced<String>? {
    let everything = everything(findings).filter { $0.carrier != .model && !$0.value.value.isEmpty }
    for key in keys {
      if let found = everything.first(where: { $0.key == key }) { return found.value }
      if let run = findings.run, let value = run.tags[key], !value.isEmpty {
        return Sourced(value, from: "\(MLflowOrigin.run(run.id))#tags.\(key)")
      }
    }
    return nil
  }

  private static func everything(_ findings: AzureMLFindings) -> [Carried] {
    let carriers: [(RegistryTag.Carrier, Resource?)] = [
      (.model, findings.model), (.version, findings.version.resource),
      (.run, findings.job?.resource),
    ]
    return carriers.flatMap { carrier, resource in
      ["tags", "properties"].flatMap { member -> [Carried] in
        (resource?.texts(member) ?? []).sorted { $0.key < $1.key }.map { key, value in
          let origin = "azureml:\(resource?.id ?? "")#\(member).\(key)"
          return (carrier, key, Sourced(value, from: origin))
        }
      }
    }
  }
}
