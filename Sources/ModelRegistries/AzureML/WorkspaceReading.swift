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
    if let resourceTask { return try await Self.value(of: resourceTask) }
    let (client, place) = (client, place)
    let task = Task { () -> Result<Resource, ResourceManagerError> in
      do throws(ResourceManagerError) {
        return .success(try await client.place(place))
      } catch {
        return .failure(error)
      }
    }
    resourceTask = task
    return try await Self.value(of: task)
  }

  /// Which models answer at which endpoints.
  func servers() async throws(ResourceManagerError) -> ModelServers {
    if let serversTask { return try await Self.value(of: serversTask) }
    let (client, place, limit) = (client, place, endpointLimit)
    let task = Task { () -> Result<ModelServers, ResourceManagerError> in
      do throws(ResourceManagerError) {
        return .success(try await ModelServers(in: place, client, endpointLimit: limit))
      } catch {
        return .failure(error)
      }
    }
    serversTask = task
    return try await Self.value(of: task)
  }

  /// What a task gives; it is stopped with those who wait for it, who are stopped together.
  private static func value<Value>(
    of task: Task<Result<Value, ResourceManagerError>, Never>
  ) async throws(ResourceManagerError) -> Value {
    let outcome = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    return try outcome.get()
  }
}
