import AzureResourceManager
import RegisteredModels

/// Says which value of the manifest names what is not there.
struct AbsenceExplanation {
  private let client: ResourceManagerClient
  private let place: MachineLearningPlace

  init(_ client: ResourceManagerClient, _ place: MachineLearningPlace) {
    self.client = client
    self.place = place
  }

  func noAlias(_ alias: String) -> RegistryRefusal {
    RegistryRefusal(
      .alias, "Azure ML has no aliases, so `\(alias)` chooses nothing",
      hint: "name a `version`, or write `label: latest`")
  }

  func noStage(_ stage: String) -> RegistryRefusal {
    RegistryRefusal(
      .stage, "Azure ML chooses no version by its stage `\(stage)`",
      hint: "name a `version`, or write `label: latest`")
  }

  func noVersion(_ model: String) -> RegistryRefusal {
    RegistryRefusal(.label, "`\(model)` has no version that is not archived")
  }

  /// The refusal that an error means; nil when it says nothing about the manifest.
  ///
  /// - Parameters:
  ///   - error: What came of asking for the version.
  ///   - modelError: What came of asking for the model; nil when it is there.
  func explain(
    _ error: ResourceManagerError, modelError: ResourceManagerError?,
    _ reference: RegistryReference
  ) async throws(ResourceManagerError) -> RegistryRefusal? {
    if case .refused(_, let message) = error, message.code == "InvalidSubscriptionId" {
      return noPlace(message)
    }
    guard case .notFound(let message) = error else { return nil }
    if let refusal = noPlace(message) { return refusal }
    if let modelError {
      guard case .notFound = modelError else { throw modelError }
      let names = try await client.modelNames(in: place, pages: 3)
      return RegistryRefusal(
        .model, "there is no model `\(reference.model)` in \(reference.address)",
        hint: hint("models there", names.sorted()))
    }
    guard case .version(let version) = reference.selector else {
      return noVersion(reference.model)
    }
    let newest = try await client.newestModelVersions(of: reference.model, in: place)
    return RegistryRefusal(
      .version, "there is no version `\(version)` of `\(reference.model)`",
      hint: hint("newest versions", newest.map(\.version)))
  }

  /// Resource Manager itself says so when something above the model is missing.
  private func noPlace(_ message: ServiceMessage) -> RegistryRefusal? {
    switch message.code {
    case "SubscriptionNotFound", "InvalidSubscriptionId":
      RegistryRefusal(.subscription, "there is no subscription `\(place.subscription)`")
    case "ResourceGroupNotFound":
      RegistryRefusal(.resourceGroup, "there is no resource group `\(place.resourceGroup)`")
    case "ResourceNotFound", "ParentResourceNotFound":
      switch place.kind {
      case .workspace: RegistryRefusal(.workspace, "there is no workspace `\(place.name)`")
      case .registry: RegistryRefusal(.registry, "there is no registry `\(place.name)`")
      }
    default: nil
    }
  }

  private func hint(_ what: String, _ names: [String]) -> String? {
    if names.isEmpty { return nil }
    let shown = names.prefix(10).map { "`\($0)`" }.joined(separator: ", ")
    return "\(what): \(shown)" + (names.count > 10 ? ", …" : "")
  }
}
