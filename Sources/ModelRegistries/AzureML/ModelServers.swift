import AzureResourceManager

/// Which versions answer at which online endpoints of a workspace.
struct ModelServers: Sendable {
  private struct Entry: Sendable {
    let model: AssetReference
    let server: AzureMLFindings.Server
    let traffic: Int64
  }

  private var entries: [Entry] = []
  /// Why not all endpoints were looked at; nil when they were.
  private(set) var unread: String?

  /// Reads the endpoints, those that get requests first, and their deployments.
  ///
  /// - Throws: ``ResourceManagerError`` when the endpoints cannot be listed.
  init(
    in place: MachineLearningPlace, _ client: ResourceManagerClient, endpointLimit: Int
  ) async throws(ResourceManagerError) {
    let (listed, hasMore) = try await client.onlineEndpoints(in: place, pages: 1)
    let endpoints = listed.sorted { left, right in
      left.hasTraffic == right.hasTraffic ? left.name < right.name : left.hasTraffic
    }
    for endpoint in endpoints.prefix(endpointLimit) {
      do throws(ResourceManagerError) {
        let deployments = try await client.onlineDeployments(of: endpoint.name, in: place)
        for deployment in deployments { add(deployment, endpoint) }
      } catch {
        if case .foreignLink = error { throw error }
        unread = "the deployments of the endpoint `\(endpoint.name)` cannot be read: \(error)"
      }
    }
    if hasMore || endpoints.count > endpointLimit {
      unread = "the workspace has more online endpoints than are looked at (\(endpointLimit))"
    }
  }

  private mutating func add(_ deployment: OnlineDeployment, _ endpoint: OnlineEndpoint) {
    guard let model = deployment.model, let uri = endpoint.scoringURI, !uri.isEmpty else { return }
    let server = AzureMLFindings.Server(
      uri: uri, origin: "azureml:\(endpoint.resource.id)#scoringUri")
    entries.append(
      Entry(model: model, server: server, traffic: endpoint.traffic(of: deployment.name)))
  }

  /// Where a version answers: of several places the one with most of its endpoint's requests.
  func uri(of model: String, _ version: String) -> AzureMLFindings.Server? {
    let serving = entries.filter { $0.model.isWorkspace(model, version) }
    let busiest = serving.max { left, right in
      left.traffic == right.traffic
        ? left.server.uri > right.server.uri : left.traffic < right.traffic
    }
    return busiest?.server
  }
}
