import Diagnostics
public import ModelManifests

/// Every setting that publishing looks at, each with its value and where that comes from.
public struct SettingsSurvey {
  private struct Variable {
    let name: String
    var isSecret = false
    var fallback: String?
  }

  /// In the order in which they are shown.
  private static let variables: [Variable] = [
    Variable(name: "OPENMETADATA_HOST"), Variable(name: "OPENMETADATA_SERVER_URL"),
    Variable(name: "OPENMETADATA_JWT_TOKEN", isSecret: true),
    Variable(name: "OPENMETADATA_TOKEN", isSecret: true),
    Variable(name: "OPENMETADATA_JWT_TOKEN_FILE"), Variable(name: "OPENMETADATA_TOKEN_FILE"),
    Variable(name: "OPENMETADATA_VERIFY_SSL", fallback: "true"),
    Variable(name: "OPENMETADATA_CA_BUNDLE"), Variable(name: "SSL_CERT_FILE"),
    Variable(name: "SSL_CERT_DIR"), Variable(name: "REQUESTS_CA_BUNDLE"),
    Variable(name: "CURL_CA_BUNDLE"),
    Variable(name: "OPENMETADATA_CLIENT_TIMEOUT", fallback: "30"),
    Variable(name: "OPENMETADATA_EXTRA_HEADERS", isSecret: true),
    Variable(name: "https_proxy", isSecret: true), Variable(name: "HTTPS_PROXY", isSecret: true),
    Variable(name: "http_proxy", isSecret: true), Variable(name: "no_proxy"),
    Variable(name: "NO_PROXY"), Variable(name: "MLCATALOG_ALLOWED_HOSTS"),
    Variable(name: "MLCATALOG_CONFIG"), Variable(name: "MLCATALOG_FORMAT", fallback: "text"),
    Variable(name: "MLFLOW_TRACKING_URI"), Variable(name: "MLFLOW_REGISTRY_URI"),
    Variable(name: "MLFLOW_TRACKING_TOKEN", isSecret: true),
    Variable(name: "MLFLOW_TRACKING_USERNAME"),
    Variable(name: "MLFLOW_TRACKING_PASSWORD", isSecret: true),
    Variable(name: "MLFLOW_TRACKING_INSECURE_TLS"),
    Variable(name: "MLFLOW_TRACKING_SERVER_CERT_PATH"),
    Variable(name: "MLFLOW_TRACKING_CLIENT_CERT_PATH"), Variable(name: "AZURE_TENANT_ID"),
    Variable(name: "AZURE_CLIENT_ID"), Variable(name: "AZURE_CLIENT_SECRET", isSecret: true),
    Variable(name: "AZURE_CLIENT_CERTIFICATE_PATH"), Variable(name: "AZURE_FEDERATED_TOKEN_FILE"),
    Variable(name: "AZURE_SUBSCRIPTION_ID"),
  ]

  /// The settings, those that nobody gives and that have no default left out.
  public let settings: [Setting]

  /// Looks at them.
  ///
  /// - Parameters:
  ///   - options: What the command line says about the connection.
  ///   - environment: The variables.
  ///   - files: The files of the project; nil when they cannot be read.
  ///   - config: The project config in the environment that is meant.
  public init(
    options: ConnectionOptions, environment: [String: String], files: ProjectFiles?,
    config: ProjectConfig
  ) {
    var settings: [Setting] = []
    settings.append(
      Setting("project config", files?.config?.path ?? "none", from: Self.origin(environment)))
    if let host = options.host { settings.append(Setting("server", host, from: "--host")) }
    if let host = config.host {
      settings.append(Setting("server", host.value, from: "\(host.range)"))
    }
    settings += Self.settings(of: config)
    for variable in Self.variables {
      settings += Self.settings(variable, environment, files?.environmentFile)
    }
    self.settings = settings
  }

  /// What the project config says for all manifests.
  private static func settings(of config: ProjectConfig) -> [Setting] {
    let service = config.service
    let origin =
      service?.nameRange.map { "\($0)" } ?? (service == nil ? "default" : "project config")
    var settings = [
      Setting("service", service?.name ?? ServiceManifest.defaultName, from: origin)
    ]
    settings += config.manifests.map { Setting("manifests", $0.value, from: "\($0.range)") }
    let mlflow = config.registry.mlflow
    settings += [("trackingUri", mlflow.trackingUri), ("registryUri", mlflow.registryUri)]
      .compactMap { key, value in
        value.map { Setting("registry.mlflow.\(key)", $0.value, from: "\($0.range)") }
      }
    return settings
  }

  private static func origin(_ environment: [String: String]) -> String {
    environment["MLCATALOG_CONFIG"]?.isEmpty == false ? "MLCATALOG_CONFIG" : "the usual place"
  }

  /// The value that counts, and one of `.env` that does not.
  private static func settings(
    _ variable: Variable, _ environment: [String: String], _ file: EnvironmentFile?
  ) -> [Setting] {
    func setting(_ value: String, _ origin: String) -> Setting {
      Setting(variable.name, value, from: origin, isSecret: variable.isSecret)
    }
    var settings: [Setting] = []
    if let value = environment[variable.name], !value.isEmpty {
      settings.append(setting(value, "environment"))
    }
    if let file, let value = file.values[variable.name], !value.isEmpty {
      settings.append(
        setting(value, settings.isEmpty ? file.path : "\(file.path), behind the environment"))
    }
    if settings.isEmpty, let fallback = variable.fallback {
      settings.append(setting(fallback, "default"))
    }
    return settings
  }
}
