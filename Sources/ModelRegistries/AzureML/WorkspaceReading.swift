import AzureResourceManager

/// What several models of a workspace need, read once.
actor WorkspaceReading {
  private let place: MachineLearningPlace
  private let client: ResourceManagerClient
  private let endpointLimit: Int
  private var resourceTask: Task<Result<Resource, ResourceManagerError>, Never>?
  private var serversTask: Task<Result<ModelServers, ResourceManagerError>, Never>?

  /// - Parameter models: How many models are read. Azure lists deployments for each endpoint by
  ///   itself; four endpoints for each model keep one model within twelve requests.
  init(_ place: MachineLearningPlace, _ client: ResourceManagerClient, models: Int) {
    self.place = place
    self.client = client
    endpointLimit = 4 * models
  }

  /// The workspace itself.
  func resource() async throws(ResourceManagerError) -> Resource {
    if let resourceTask { return try await resourceTask.value.get() }
    let (client, place) = (client, place)
    let task = Task { () -> Result<Resource, ResourceManagerError> in
      do throws(ResourceManagerError) {
        return .success(try await client.place(place))
      } catch {
        return .failure(error)
      }
    }
    resourceTask = task
    return try await task.value.get()
  }

  /// Which models answer at which endpoints.
  func servers() async throws(ResourceManagerError) -> ModelServers {
    if let serversTask { return try await serversTask.value.get() }
    let (client, place, limit) = (client, place, endpointLimit)
    let task = Task { () -> Result<ModelServers, ResourceManagerError> in
      do throws(ResourceManagerError) {
        return .success(try await ModelServers(in: place, client, endpointLimit: limit))
      } catch {
        return .failure(error)
      }
    }
    serversTask = task
    return try await task.value.get()
  }
}
