public import HTTPClient
public import MLflowAPI

/// An MLflow server that may be asked, and as whom.
public struct MLflowEndpoint: Sendable, Hashable {
  /// The server, with its static prefix.
  public let server: ServerURL
  /// Which of its registries is meant.
  public let kind: ModelRegistryKind
  /// Whether it is a workspace of Databricks, whose pages and registries differ.
  public let isDatabricks: Bool
  /// What it is told about who we are; nil asks anonymously.
  public let credential: MLflowCredential?
  /// What names the credential, in words; nil without one.
  let credentialSource: String?
  /// The one variable that is not set, where user name and password come only together.
  let missingVariable: String?
  /// What names the server, in words.
  let source: String
  /// The URI as messages show it: without user name and password.
  public let uri: String

  func client(_ transport: any HTTPTransport, _ redactor: Redactor) -> MLflowClient {
    MLflowClient(
      server: server, registry: kind, credential: credential, transport: transport,
      redactor: redactor)
  }
}
