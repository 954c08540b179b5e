public import AzureIdentity
import AzureResourceManager
public import HTTPClient
public import RegisteredModels

/// Answers what workspaces and registries of Azure Machine Learning know.
///
/// It asks Resource Manager, and a workspace's MLflow endpoint for parameters and metrics alone. It
/// has been tried against a stand-in that Microsoft's own client finds right, never against the live
/// service.
public struct AzureMLRegistry: ModelRegistry {
  private let variables: AzureVariables
  private let allowedHosts: AllowedHosts
  private let transport: any HTTPTransport
  private let deadline: ContinuousClock.Instant?

  /// Makes a registry; nothing is read and nothing is sent yet.
  ///
  /// - Parameters:
  ///   - variables: How to sign in, and where.
  ///   - allowedHosts: The hosts of `MLCATALOG_ALLOWED_HOSTS`.
  ///   - transport: What carries the requests, made from `TransportConfiguration(azure:)`; it
  ///     repeats those that fail for the moment, and lets none outlive the deadline.
  ///   - deadline: When all must be read, sign-in included; nil when there is no end.
  public init(
    variables: AzureVariables, allowedHosts: AllowedHosts, transport: any HTTPTransport,
    deadline: ContinuousClock.Instant? = nil
  ) {
    self.variables = variables
    self.allowedHosts = allowedHosts
    self.transport = transport
    self.deadline = deadline
  }

  /// Whether the address is one of Azure Machine Learning.
  public func serves(_ address: RegistryAddress) -> Bool { MachineLearningPlace(address) != nil }

  /// What the places say; each resource is asked for once, however many references need it.
  public func answers(
    to references: [RegistryReference]
  ) async -> [RegistryReference: RegistryAnswer] {
    let connection: AzureMLConnection
    do throws(AzureIdentityError) {
      connection = try await AzureMLConnection(
        variables, allowedHosts, transport, deadline: deadline)
    } catch {
      let failure = RegistryFailure(error)
      return Dictionary(
        references.map { ($0, .failed(failure)) }, uniquingKeysWith: { first, _ in first })
    }
    return await SideBySide.answers(
      of: Dictionary(grouping: Set(references), by: { MachineLearningPlace($0.address) })
    ) { place, references in
      guard let place else { return [:] }
      return await AzureMLPlaceReader(place, connection, models: references.count)
        .answers(to: references)
    }
  }
}

extension MachineLearningPlace {
  /// The place that an address means; nil for an address of another kind of registry.
  init?(_ address: RegistryAddress) {
    switch address {
    case .azureMLWorkspace(let subscription, let resourceGroup, let name):
      self.init(.workspace, name: name, subscription: subscription, resourceGroup: resourceGroup)
    case .azureMLRegistry(let subscription, let resourceGroup, let name):
      self.init(.registry, name: name, subscription: subscription, resourceGroup: resourceGroup)
    case .mlflow: return nil
    }
  }
}
