import JSONDocuments

/// The things of Machine Learning.
extension ResourceManagerClient {
  /// The place itself, with `mlFlowTrackingUri` among its properties when it is a workspace.
  public func place(
    _ place: MachineLearningPlace
  ) async throws(ResourceManagerError) -> Resource {
    try shape(try await get(place.path), Resource.init)
  }

  /// A registered model without its versions.
  public func model(
    _ name: String, in place: MachineLearningPlace
  ) async throws(ResourceManagerError) -> Resource {
    try shape(try await get(place.path + ["models", name]), Resource.init)
  }

  /// A version of a registered model.
  public func modelVersion(
    _ version: String, of model: String, in place: MachineLearningPlace
  ) async throws(ResourceManagerError) -> ModelVersion {
    try shape(
      try await get(place.path + ["models", model, "versions", version]), ModelVersion.init)
  }

  /// The version that was made last, archived ones left out; nil when there is none.
  ///
  /// This is what `latest` means to Azure's own client: the newest, not the highest.
  public func latestModelVersion(
    of model: String, in place: MachineLearningPlace
  ) async throws(ResourceManagerError) -> ModelVersion? {
    let versions = try await modelVersions(
      of: model, in: place, [("$orderBy", "createdtime desc"), ("$top", "1")], pages: 1)
    // The first is the newest; a server that does not know the order is not to decide.
    return versions.max { ($0.resource.createdAt ?? 0) < ($1.resource.createdAt ?? 0) }
  }

  /// The versions of a model that are not archived, newest first, of the first page.
  public func newestModelVersions(
    of model: String, in place: MachineLearningPlace
  ) async throws(ResourceManagerError) -> [ModelVersion] {
    try await modelVersions(of: model, in: place, [("$orderBy", "createdtime desc")], pages: 1)
  }

  /// The names of the models that are not archived, of the first pages.
  public func modelNames(
    in place: MachineLearningPlace, pages: Int
  ) async throws(ResourceManagerError) -> [String] {
    let (elements, _) = try await list(
      place.path + ["models"], [("listViewType", "ActiveOnly")], pages: pages)
    return elements.compactMap { $0["name"]?.string }
  }

  /// A job.
  public func job(
    _ name: String, in place: MachineLearningPlace
  ) async throws(ResourceManagerError) -> Job {
    try shape(try await get(place.path + ["jobs", name]), Job.init)
  }

  /// A version of a data asset; `dataUri` and `dataType` are among its properties.
  public func dataVersion(
    _ version: String, of data: String, in place: MachineLearningPlace
  ) async throws(ResourceManagerError) -> Resource {
    try shape(
      try await get(place.path + ["data", data, "versions", version]), Resource.init)
  }

  /// The online endpoints of the first pages, and whether there are more.
  public func onlineEndpoints(
    in place: MachineLearningPlace, pages: Int = .max
  ) async throws(ResourceManagerError) -> (endpoints: [OnlineEndpoint], hasMore: Bool) {
    let (elements, hasMore) = try await list(place.path + ["onlineEndpoints"], pages: pages)
    return (try shapes(elements, OnlineEndpoint.init), hasMore)
  }

  /// The deployments of an online endpoint.
  public func onlineDeployments(
    of endpoint: String, in place: MachineLearningPlace
  ) async throws(ResourceManagerError) -> [OnlineDeployment] {
    let (elements, _) = try await list(
      place.path + ["onlineEndpoints", endpoint, "deployments"])
    return try shapes(elements, OnlineDeployment.init)
  }

  private func modelVersions(
    of model: String, in place: MachineLearningPlace, _ query: [(String, String)], pages: Int
  ) async throws(ResourceManagerError) -> [ModelVersion] {
    let (elements, _) = try await list(
      place.path + ["models", model, "versions"], query + [("listViewType", "ActiveOnly")],
      pages: pages)
    return try shapes(elements, ModelVersion.init)
  }

  private func shapes<Value>(
    _ documents: [JSON], _ shape: (JSON) -> Value?
  ) throws(ResourceManagerError) -> [Value] {
    var values: [Value] = []
    for document in documents { values.append(try self.shape(document, shape)) }
    return values
  }

  private func shape<Value>(
    _ document: JSON, _ shape: (JSON) -> Value?
  ) throws(ResourceManagerError) -> Value {
    guard let value = shape(document) else {
      throw .invalidAnswer("a resource lacks its id, its name or its properties")
    }
    return value
  }
}
