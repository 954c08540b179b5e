import HTTPClient
import MLflowAPI

/// Models and versions, by searches where many are wanted.
struct RegistryReading: Sendable {
  let client: MLflowClient

  typealias Models = [String: Result<RegisteredModel, MLflowError>]
  typealias Versions = [VersionKey: Result<ModelVersion, MLflowError>]

  /// What became of each model.
  func models(_ names: Set<String>) async -> Models {
    var models: Models = [:]
    if SearchRule.searches(for: names.count) {
      var pages = SearchRule.pages(for: names.count)
      let failure = await failure { () throws(MLflowError) in
        try await client.searchRegisteredModels { page in
          for model in page where names.contains(model.name) {
            models[model.name] = .success(model)
          }
          pages -= 1
          return models.count == names.count || pages == 0 ? .enough : .more
        }
      }
      if let failure { return names.reduce(into: [:]) { $0[$1] = .failure(failure) } }
    }
    // A search also hides what the caller may not see; asking by name tells that apart.
    let missing = names.filter { models[$0] == nil }
    let rest = await SideBySide.outcomes(of: missing) { name throws(MLflowError) in
      try await client.registeredModel(named: name)
    }
    return models.merging(rest) { first, _ in first }
  }

  /// The names on the first page of the registered models; none when they cannot be listed.
  func firstNames() async -> [String] {
    var names: [String] = []
    _ = await failure { () throws(MLflowError) in
      try await client.searchRegisteredModels { page in
        names = page.map(\.name)
        return .enough
      }
    }
    return names
  }

  /// What became of each version.
  func versions(_ keys: Set<VersionKey>) async -> Versions {
    var versions: Versions = [:]
    if SearchRule.searches(for: keys.count) {
      var pages = SearchRule.pages(for: keys.count)
      let failure = await failure { () throws(MLflowError) in
        try await client.searchModelVersions(of: nil) { page in
          for version in page {
            let key = VersionKey(name: version.name, version: version.version)
            if keys.contains(key) { versions[key] = .success(version) }
          }
          pages -= 1
          return versions.count == keys.count || pages == 0 ? .enough : .more
        }
      }
      if let failure { return keys.reduce(into: [:]) { $0[$1] = .failure(failure) } }
    }
    let missing = keys.filter { versions[$0] == nil }
    let rest = await SideBySide.outcomes(of: missing) { key throws(MLflowError) in
      try await client.modelVersion(key.version, of: key.name)
    }
    return versions.merging(rest) { first, _ in first }
  }

  /// The highest version of each model that is ready; nil where none is.
  func highestReady(
    _ names: Set<String>
  ) async -> [String: Result<ModelVersion?, MLflowError>] {
    await SideBySide.outcomes(of: names) { name throws(MLflowError) in
      var highest: ModelVersion?
      // Unity Catalog knows no order, so that every page has to be looked at there.
      let isSorted = client.registry != .unityCatalog
      try await client.searchModelVersions(of: name, pageSize: 100) { page in
        for version in page where version.status == .ready {
          if (version.number ?? 0) > (highest?.number ?? -1) { highest = version }
        }
        return isSorted && highest != nil ? .enough : .more
      }
      return highest
    }
  }

  private func failure(
    _ search: () async throws(MLflowError) -> Void
  ) async -> MLflowError? {
    do throws(MLflowError) {
      try await search()
      return nil
    } catch {
      return error
    }
  }
}
