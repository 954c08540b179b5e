public import JSONDocuments

/// An address at which models answer.
public struct OnlineEndpoint: Sendable, Hashable {
  /// The resource.
  public let resource: Resource

  /// Reads a document.
  public init?(_ document: JSON) {
    guard let resource = Resource(document) else { return nil }
    self.resource = resource
  }

  /// Its name.
  public var name: String { resource.name }
  /// Where requests for predictions go.
  public var scoringURI: String? { resource["scoringUri"]?.string }
  /// The percentage of requests that a deployment gets.
  public func traffic(of deployment: String) -> Int64 {
    resource["traffic"]?[deployment]?.integer ?? 0
  }
  /// Whether any deployment gets requests.
  public var hasTraffic: Bool {
    (resource["traffic"]?.object?.members ?? []).contains { ($0.value.integer ?? 0) > 0 }
  }
}
