import AzureIdentity
import AzureResourceManager
import Diagnostics
public import HTTPClient
import MLflowAPI
import ModelManifests
import ModelRegistries
import RegisteredModels

/// What the operator says about model registries; what a project says beside it is in its config.
public struct RegistrySettings: Sendable {
  private let options: ConnectionOptions
  private let environment: [String: String]
  private let file: [String: String]
  private let filePath: String

  /// Takes the command line, the variables, and those of `.env`, which a pull request may change.
  public init(
    options: ConnectionOptions = ConnectionOptions(), environment: [String: String] = [:],
    file: EnvironmentFile? = nil
  ) {
    self.options = options
    self.environment = environment
    self.file = file?.values ?? [:]
    filePath = file?.path ?? ".env"
  }

  /// Everything that no output may show.
  public var secrets: [Secret] {
    let variables = [environment, file]
    let named = Self.secretVariables.flatMap { name in variables.compactMap { $0[name] } }
    let addresses = Self.addressVariables.flatMap { name in variables.compactMap { $0[name] } }
    return named.map { Secret($0) }
      + addresses.flatMap { (try? MLflowAddress(parsing: $0))?.credential?.secrets ?? [] }
  }

  private static let secretVariables = [
    "MLFLOW_TRACKING_TOKEN", "MLFLOW_TRACKING_PASSWORD", "DATABRICKS_TOKEN",
    "AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PASSWORD",
    "ARM_CLIENT_CERTIFICATE_PASSWORD", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "IDENTITY_HEADER",
    "MSI_SECRET", "ARM_OIDC_TOKEN", "ARM_OIDC_REQUEST_TOKEN",
  ]
  private static let addressVariables = ["MLFLOW_TRACKING_URI", "MLFLOW_REGISTRY_URI"]

  /// How requests to MLflow travel.
  func mlflowTransport() throws(TransportConfigurationError) -> TransportConfiguration {
    try TransportConfiguration(mlflow: environment, concurrency: options.concurrency)
  }

  /// Where MLflow is, with what the project config says about it.
  func mlflow(_ config: MLflowRegistryConfig) throws(RegistryFailure) -> MLflowSettings {
    MLflowSettings(
      environment: environment, file: file,
      project: MLflowURIs(
        tracking: config.trackingUri?.value, registry: config.registryUri?.value),
      allowedHosts: try allowedHosts, allowsPlainHTTP: options.allowsPlainHTTP)
  }

  /// The hosts to which secrets may go although a file names them.
  private var allowedHosts: AllowedHosts {
    get throws(RegistryFailure) {
      do throws(ServerURLError) {
        return try AllowedHosts(parsing: environment["MLCATALOG_ALLOWED_HOSTS"] ?? "")
      } catch {
        throw RegistryFailure(.misconfigured, "MLCATALOG_ALLOWED_HOSTS: \(error.message)")
      }
    }
  }

  // MARK: Azure Machine Learning

  /// Reads Azure Machine Learning.
  func azureML(
    _ connection: Connection, until deadline: ContinuousClock.Instant?
  ) throws(RegistryFailure) -> AzureMLRegistry {
    let configuration: TransportConfiguration
    do throws(TransportConfigurationError) {
      configuration = try TransportConfiguration(
        azure: environment, concurrency: options.concurrency)
    } catch {
      throw RegistryFailure(error)
    }
    let hosts = try allowedHosts
    return AzureMLRegistry(
      variables: try azureVariables, allowedHosts: hosts,
      transport: connection.registryTransport(configuration, until: deadline), deadline: deadline)
  }

  private var azureVariables: AzureVariables {
    get throws(RegistryFailure) {
      AzureVariables(
        environment: environment, file: file, filePath: filePath, allowedHosts: try allowedHosts,
        allowsPlainHTTP: options.allowsPlainHTTP)
    }
  }

  /// Where a manifest's model is registered, with what the project config and the environment say.
  func address(
    _ manifest: AzureMLRegistryManifest, _ config: AzureMLRegistryConfig
  ) throws(RegistryFailure) -> RegistryAddress {
    let variable = try azureVariables.first("AZURE_SUBSCRIPTION_ID", "ARM_SUBSCRIPTION_ID")
    let subscription =
      manifest.subscription?.value ?? config.subscription?.value ?? variable?.text
    let resourceGroup = manifest.resourceGroup?.value ?? config.resourceGroup?.value
    let workspace = manifest.workspace?.value ?? config.workspace?.value
    if let subscription, let resourceGroup {
      if let registry = manifest.registry?.value {
        return .azureMLRegistry(
          subscription: subscription, resourceGroup: resourceGroup, registry: registry)
      }
      if let workspace {
        return .azureMLWorkspace(
          subscription: subscription, resourceGroup: resourceGroup, workspace: workspace)
      }
    }
    let isPlaced = manifest.registry != nil || workspace != nil
    throw Self.unnamed(
      [
        subscription == nil ? "subscription" : nil, resourceGroup == nil ? "resourceGroup" : nil,
        isPlaced ? nil : "workspace",
      ].compactMap(\.self))
  }

  /// Says of all the keys at once that nobody gives them.
  private static func unnamed(_ keys: [String]) -> RegistryFailure {
    var (words, it) = (keys[0], "it")
    if keys.count > 1 {
      (words, it) = (
        "\(keys.dropLast().joined(separator: ", ")) or \(keys[keys.count - 1])", "them"
      )
    }
    var hint =
      "write \(it) under registry: azureml: of the manifest, of mlcatalog.yaml, or of an environment"
      + " there that --env names"
    if keys.contains("subscription") {
      hint += "; AZURE_SUBSCRIPTION_ID gives the subscription as well"
    }
    return RegistryFailure(.misconfigured, "no \(words) of Azure ML is named", hint: hint)
  }
}

extension RegistryFailure {
  /// A variable that cannot be used.
  init(_ error: TransportConfigurationError) {
    self.init(.misconfigured, "\(error.variable) \(error.problem)")
  }
}

extension AzureMLRegistryManifest {
  /// What chooses the version.
  var selector: RegistrySelector { version.map { .version($0.value) } ?? .latest }
}
