public import HTTPClient
import MLflowAPI
public import RegisteredModels

/// Reads MLflow registries: selects versions and maps what is known of them.
public struct MLflowRegistry: ModelRegistry {
  private let connections: [RegistryAddress: MLflowConnection]
  private let transport: any HTTPTransport
  private let redactor: Redactor

  /// Makes a reader of the registries that the manifests of a run name.
  ///
  /// - Parameters:
  ///   - connections: How each address is reached.
  ///   - transport: What carries the requests, and bounds how many are under way at once.
  ///   - secrets: What texts of the servers must not show; the credentials are known anyway.
  public init(
    _ connections: [MLflowConnection], transport: any HTTPTransport, secrets: [Secret] = []
  ) {
    self.connections = Dictionary(connections.map { ($0.address, $0) }) { first, _ in first }
    self.transport = transport
    let credentials = connections.flatMap { [$0.registry.credential, $0.tracking.credential] }
    redactor = Redactor(secrets + credentials.flatMap { $0?.secrets ?? [] })
  }

  /// Whether the address is one of the connections.
  public func serves(_ address: RegistryAddress) -> Bool { connections[address] != nil }

  /// What the registries say: for one model at most six requests, for many models searches and one
  /// file each; nothing is asked twice.
  public func answers(
    to references: [RegistryReference]
  ) async -> [RegistryReference: RegistryAnswer] {
    await SideBySide.answers(of: Dictionary(grouping: references, by: \.address)) {
      address, references in
      guard let connection = connections[address] else { return [:] }
      let gathering = MLflowGathering(
        connection: connection, registry: connection.registry.client(transport, redactor),
        tracking: connection.tracking.client(transport, redactor))
      return await gathering.answers(to: references)
    }
  }
}
