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
  func azureML(_ connection: Connection) throws(RegistryFailure) -> AzureMLRegistry {
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
      transport: connection.registryTransport(configuration))
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
    func given(_ value: String?, _ key: String, _ hint: String) throws(RegistryFailure) -> String {
      guard let value else {
        throw RegistryFailure(.misconfigured, "no \(key) of Azure ML is named", hint: hint)
      }
      return value
    }
    let variable = try azureVariables.first("AZURE_SUBSCRIPTION_ID", "ARM_SUBSCRIPTION_ID")
    let subscription = try given(
      manifest.subscription?.value ?? config.subscription?.value
        ?? variable?.text,
      "subscription",
      "set AZURE_SUBSCRIPTION_ID, or write subscription: under registry: azureml: of the project "
        + "config or the manifest")
    let hint = "write it under registry: azureml: of the project config or the manifest"
    let group = try given(
      manifest.resourceGroup?.value ?? config.resourceGroup?.value, "resourceGroup", hint)
    if let registry = manifest.registry?.value {
      return .azureMLRegistry(
        subscription: subscription, resourceGroup: group, registry: registry)
    }
    return .azureMLWorkspace(
      subscription: subscription, resourceGroup: group,
      workspace: try given(
        manifest.workspace?.value ?? config.workspace?.value, "workspace", hint))
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
