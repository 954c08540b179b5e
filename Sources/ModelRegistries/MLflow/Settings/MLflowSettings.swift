public import HTTPClient
import MLflowAPI
public import RegisteredModels

/// Decides where a manifest's model is looked for, and which credential may go there.
public struct MLflowSettings: Sendable {
  private let environment: [String: String]
  private let file: [String: String]
  private let project: MLflowURIs
  private let allowedHosts: AllowedHosts
  private let allowsPlainHTTP: Bool

  /// Takes what the operator and the project say.
  ///
  /// - Parameters:
  ///   - environment: The variables of the process.
  ///   - file: Those of `.env`, which a pull request may change.
  ///   - project: The URIs of the project config.
  ///   - allowedHosts: The hosts of `MLCATALOG_ALLOWED_HOSTS`.
  ///   - allowsPlainHTTP: Whether `--allow-plain-http` was given.
  public init(
    environment: [String: String], file: [String: String] = [:],
    project: MLflowURIs = MLflowURIs(), allowedHosts: AllowedHosts = AllowedHosts(),
    allowsPlainHTTP: Bool = false
  ) {
    self.environment = environment
    self.file = file
    self.project = project
    self.allowedHosts = allowedHosts
    self.allowsPlainHTTP = allowsPlainHTTP
  }

  /// The servers for a manifest: what it names itself, else the environment, `.env`, the project.
  ///
  /// A manifest that names a tracking server alone means that server's registry.
  ///
  /// - Throws: ``RegistryFailure``, before any socket is opened, when no server is named, a URI
  ///   cannot be read, or a credential may not go where it leads.
  public func connection(
    for manifest: MLflowURIs = MLflowURIs()
  ) throws(RegistryFailure) -> MLflowConnection {
    guard let tracking = tracking(manifest) ?? registry(manifest) else {
      throw RegistryFailure(
        .misconfigured, "no MLflow server is named",
        hint: "set MLFLOW_TRACKING_URI, or write trackingUri under registry: mlflow: of the"
          + " manifest, of mlcatalog.yaml, or of an environment there that --env names")
    }
    let registry = registry(manifest) ?? tracking
    let trackingEndpoint = try endpoint(tracking, beside: nil)
    return MLflowConnection(
      registry: try endpoint(registry, beside: trackingEndpoint), tracking: trackingEndpoint)
  }

  private struct Named {
    let text: String
    let origin: TokenDestination.HostOrigin
    /// The key or variable, for messages.
    let name: String
  }

  private func tracking(_ manifest: MLflowURIs) -> Named? {
    if let text = manifest.tracking {
      return Named(text: text, origin: .manifest, name: "trackingUri")
    }
    return variable("MLFLOW_TRACKING_URI")
      ?? project.tracking.map {
        Named(text: $0, origin: .projectConfig, name: "registry.mlflow.trackingUri")
      }
  }

  private func registry(_ manifest: MLflowURIs) -> Named? {
    if let text = manifest.registry {
      return Named(text: text, origin: .manifest, name: "registryUri")
    }
    if manifest.tracking != nil { return nil }
    return variable("MLFLOW_REGISTRY_URI")
      ?? project.registry.map {
        Named(text: $0, origin: .projectConfig, name: "registry.mlflow.registryUri")
      }
  }

  private func variable(_ name: String) -> Named? {
    if let text = environment[name], !text.isEmpty {
      return Named(text: text, origin: .environment, name: name)
    }
    if let text = file[name], !text.isEmpty {
      return Named(text: text, origin: .environmentFile, name: "\(name) in .env")
    }
    return nil
  }
}

extension MLflowSettings {
  private func endpoint(
    _ named: Named, beside tracking: MLflowEndpoint?
  ) throws(RegistryFailure) -> MLflowEndpoint {
    let address: MLflowAddress
    do throws(ServerURLError) {
      address = try MLflowAddress(parsing: named.text)
    } catch {
      throw RegistryFailure(
        .misconfigured, "\(named.name) leads to no MLflow server: \(error.message)",
        hint: "give http(s)://host[:port][/prefix], 'databricks' or 'databricks-uc'")
    }
    switch address.place {
    case .server(let server):
      let credential = try credential(for: server, named, address.credential)
      return MLflowEndpoint(
        server: server, kind: .mlflow, isDatabricks: Databricks.isWorkspace(server),
        credential: credential?.value, credentialSource: credential?.source,
        missingVariable: missingVariable, source: named.name, uri: address.description)
    case .databricks(let kind):
      return try databricks(kind, named, beside: tracking)
    }
  }

  /// The workspace that `DATABRICKS_HOST` names, else the one that tracks the runs.
  private func databricks(
    _ kind: ModelRegistryKind, _ named: Named, beside tracking: MLflowEndpoint?
  ) throws(RegistryFailure) -> MLflowEndpoint {
    let uri = MLflowEndpoint.uri(kind)
    guard let host = variable("DATABRICKS_HOST") else {
      guard let tracking, tracking.isDatabricks else {
        throw RegistryFailure(
          .misconfigured, "\(named.name) means a Databricks workspace, and none is named",
          hint: "set DATABRICKS_HOST and DATABRICKS_TOKEN; profiles are not read")
      }
      return MLflowEndpoint(
        server: tracking.server, kind: kind, isDatabricks: true, credential: tracking.credential,
        credentialSource: tracking.credentialSource, missingVariable: nil,
        source: tracking.source, uri: uri)
    }
    let server: ServerURL
    do throws(ServerURLError) {
      server = try ServerURL(
        parsing: host.text.contains("://") ? host.text : "https://" + host.text)
    } catch {
      throw RegistryFailure(.misconfigured, "\(host.name) is no address: \(error.message)")
    }
    let credential = try credential(for: server, host, nil, variables: .databricks)
    return MLflowEndpoint(
      server: server, kind: kind, isDatabricks: true, credential: credential?.value,
      credentialSource: credential?.source, missingVariable: nil, source: host.name, uri: uri)
  }

  private enum CredentialVariables {
    case mlflow, databricks
  }

  private func found(
    in variables: [String: String], _ which: CredentialVariables
  ) -> MLflowCredential? {
    switch which {
    case .mlflow: return MLflowCredential(environment: variables)
    case .databricks:
      guard let token = variables["DATABRICKS_TOKEN"], !token.isEmpty else { return nil }
      return .bearer(Secret(token))
    }
  }

  private struct FoundCredential {
    let value: MLflowCredential
    /// The variables that hold it, or what holds the URI in which it stands.
    let source: String
  }

  private static let basicVariables = ["MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD"]

  /// The variable that lacks beside the one of user name and password that is set.
  private var missingVariable: String? {
    for variables in [environment, file] {
      let unset = Self.basicVariables.filter { variables[$0]?.isEmpty ?? true }
      if unset.count == 1 { return unset[0] }
    }
    return nil
  }

  private static func names(
    of credential: MLflowCredential, _ variables: CredentialVariables
  ) -> String {
    switch (credential, variables) {
    case (.basic, _): basicVariables.joined(separator: " and ")
    case (.bearer, .mlflow): "MLFLOW_TRACKING_TOKEN"
    case (.bearer, .databricks): "DATABRICKS_TOKEN"
    }
  }

  /// What may be sent to a server: what its URI holds, else what the environment or `.env` holds.
  private func credential(
    for server: ServerURL, _ named: Named, _ own: MLflowCredential?,
    variables: CredentialVariables = .mlflow
  ) throws(RegistryFailure) -> FoundCredential? {
    let credential: FoundCredential
    let origin: TokenDestination.TokenOrigin
    if let own {
      credential = FoundCredential(value: own, source: named.name)
      origin = .file(host: server)
    } else if let fromEnvironment = found(in: environment, variables) {
      let source = Self.names(of: fromEnvironment, variables)
      credential = FoundCredential(value: fromEnvironment, source: source)
      origin = .environment
    } else if let fromFile = found(in: file, variables) {
      let host = file[variables == .mlflow ? "MLFLOW_TRACKING_URI" : "DATABRICKS_HOST"]
      let named = host.flatMap { try? MLflowAddress(parsing: $0) }
      let source = "\(Self.names(of: fromFile, variables)) in .env"
      credential = FoundCredential(value: fromFile, source: source)
      origin = .file(host: named?.server)
    } else {
      return nil
    }
    let destination = TokenDestination(
      host: server, from: named.origin, token: origin, allowedHosts: allowedHosts,
      allowsPlainHTTP: allowsPlainHTTP)
    if let refusal = destination.refusal { throw MLflowSettings.failure(refusal, named.name) }
    return credential
  }

  private static func failure(_ refusal: TokenRefusal, _ name: String) -> RegistryFailure {
    switch refusal {
    case .untrustedHost(let host):
      RegistryFailure(
        .notPermitted,
        "the credential for MLflow is not sent to \(host): only \(name) names that host",
        hint: "set MLFLOW_TRACKING_URI in the environment, or list \(host) in"
          + " MLCATALOG_ALLOWED_HOSTS")
    case .plainHTTP(let host):
      RegistryFailure(
        .notPermitted, "the credential for MLflow is not sent to \(host) over plain http",
        hint: refusal.hint)
    }
  }
}

extension MLflowEndpoint {
  fileprivate static func uri(_ kind: ModelRegistryKind) -> String {
    switch kind {
    case .mlflow: "databricks"
    case .unityCatalog: "databricks-uc"
    }
  }
}

extension MLflowAddress {
  fileprivate var server: ServerURL? {
    if case .server(let server) = place { server } else { nil }
  }
}
