import JSONDocuments
import RegisteredModels

/// How a lock writes and reads where a registry is.
enum LockedAddress {
  static func document(_ address: RegistryAddress) -> JSON {
    switch address {
    case .mlflow(let registryURI, let trackingURI):
      ["registryUri": .string(registryURI), "trackingUri": .string(trackingURI)]
    case .azureMLWorkspace(let subscription, let resourceGroup, let workspace):
      [
        "subscription": .string(subscription), "resourceGroup": .string(resourceGroup),
        "workspace": .string(workspace),
      ]
    case .azureMLRegistry(let subscription, let resourceGroup, let registry):
      [
        "subscription": .string(subscription), "resourceGroup": .string(resourceGroup),
        "registry": .string(registry),
      ]
    }
  }

  static func address(_ entry: RecordedValue) throws(RecordShapeError) -> RegistryAddress {
    if let tracking = try entry.optionalText("trackingUri") {
      return .mlflow(registryURI: try entry.text("registryUri"), trackingURI: tracking)
    }
    let subscription = try entry.text("subscription")
    let group = try entry.text("resourceGroup")
    if let registry = try entry.optionalText("registry") {
      return .azureMLRegistry(
        subscription: subscription, resourceGroup: group, registry: registry)
    }
    return .azureMLWorkspace(
      subscription: subscription, resourceGroup: group, workspace: try entry.text("workspace"))
  }
}
