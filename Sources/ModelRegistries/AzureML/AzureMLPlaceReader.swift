import AzureResourceManager
import HTTPClient
import JSONDocuments
import RegisteredModels

/// Reads models of one workspace or registry.
struct AzureMLPlaceReader: Sendable {
  private let place: MachineLearningPlace
  private let connection: AzureMLConnection
  /// What all the models of a workspace need, asked for when the first one needs it.
  private let workspace: WorkspaceReading

  /// - Parameter models: How many models are read, which decides how many endpoints may be.
  init(_ place: MachineLearningPlace, _ connection: AzureMLConnection, models: Int) {
    self.place = place
    self.connection = connection
    workspace = WorkspaceReading(place, connection.client, models: models)
  }

  func answers(
    to references: [RegistryReference]
  ) async -> [RegistryReference: RegistryAnswer] {
    // The models of a workspace may be many; the transport alone does not bound what waits.
    await SideBySide.answers(about: references, atMost: 8) { await answer(to: $0) }
  }

  private func answer(to reference: RegistryReference) async -> RegistryAnswer {
    let client = connection.client
    let absences = AbsenceExplanation(client, place)
    switch reference.selector {
    case .alias(let alias): return .refused(absences.noAlias(alias))
    case .stage(let stage): return .refused(absences.noStage(stage))
    case .version(let version):
      return await answer(to: reference) { () throws(ResourceManagerError) in
        try await client.modelVersion(version, of: reference.model, in: place)
      }
    case .latest:
      return await answer(to: reference) { () throws(ResourceManagerError) in
        try await client.latestModelVersion(of: reference.model, in: place)
      }
    }
  }

  private func answer(
    to reference: RegistryReference,
    choosing choose: () async throws(ResourceManagerError) -> ModelVersion?
  ) async -> RegistryAnswer {
    let client = connection.client
    async let asked = Result.of { () throws(ResourceManagerError) in
      try await client.model(reference.model, in: place)
    }
    let chosen = await Result.of(choose)
    let model = await asked
    do throws(ResourceManagerError) {
      guard let version = try? chosen.get() else {
        return .refused(try await refusal(reference, chosen, model))
      }
      var findings = AzureMLFindings(reference, version)
      switch model {
      case .success(let model): findings.model = model
      case .failure(.notFound): break
      case .failure(let error): throw error
      }
      try await complete(&findings)
      return .version(RegisteredVersion(findings))
    } catch {
      return .failed(RegistryFailure(error))
    }
  }

  /// Why there is no version.
  ///
  /// - Throws: ``ResourceManagerError`` when the reason says nothing about the manifest.
  private func refusal(
    _ reference: RegistryReference, _ chosen: Result<ModelVersion?, ResourceManagerError>,
    _ model: Result<Resource, ResourceManagerError>
  ) async throws(ResourceManagerError) -> RegistryRefusal {
    let absences = AbsenceExplanation(connection.client, place)
    let modelError: ResourceManagerError? =
      if case .failure(let error) = model { error } else { nil }
    let versionError: ResourceManagerError? =
      if case .failure(let error) = chosen { error } else { nil }
    // A list of no versions is also what a model that is not there may have.
    guard let error = versionError ?? modelError else {
      return absences.noVersion(reference.model)
    }
    guard let refusal = try await absences.explain(error, modelError: modelError, reference)
    else { throw error }
    return refusal
  }

  /// Adds what is known beside the version; what cannot be read becomes a gap.
  private func complete(_ findings: inout AzureMLFindings) async throws(ResourceManagerError) {
    guard place.kind == .workspace else { return }
    let version = findings.version
    async let servers = Result.of { () throws(ResourceManagerError) in
      try await workspace.servers()
    }
    if let name = version.jobName {
      await read(job: name, &findings)
    }
    try await readData(&findings)
    do throws(ResourceManagerError) {
      let servers = try await servers.get()
      findings.server = servers.uri(of: findings.reference.model, version.version)
      if findings.server == nil, let reason = servers.unread {
        findings.gaps.append(RegistryGap(.deployments, reason))
      }
    } catch {
      if case .foreignLink = error { throw error }
      findings.gaps.append(RegistryGap(.deployments, error.description))
    }
  }

  private func read(job name: String, _ findings: inout AzureMLFindings) async {
    let client = connection.client
    async let job = Result.of { () throws(ResourceManagerError) in
      try await client.job(name, in: place)
    }
    async let resource = Result.of { () throws(ResourceManagerError) in
      try await workspace.resource()
    }
    switch await job {
    case .success(let job): findings.job = job
    case .failure(.forbidden(let message)):
      findings.gaps.append(
        RegistryGap(.run, "not permitted to read the job `\(name)`: \(message)", isForbidden: true))
    case .failure(let error):
      findings.gaps.append(RegistryGap(.run, "the job `\(name)` cannot be read: \(error)"))
    }
    switch await resource {
    case .success(let resource):
      guard let uri = resource["mlFlowTrackingUri"]?.string else {
        findings.gaps.append(RegistryGap(.run, "the workspace names no MLflow endpoint"))
        return
      }
      switch await connection.run(name, trackingURI: uri) {
      case .success(let run): findings.run = run
      case .failure(let error):
        findings.gaps.append(RegistryGap(.run, error.reason, isForbidden: error.isForbidden))
      }
    case .failure(let error): findings.gaps.append(RegistryGap(.run, error.description))
    }
  }

  /// Looks up the data assets that the job read and those that the version names.
  private func readData(_ findings: inout AzureMLFindings) async throws(ResourceManagerError) {
    let jobOrigin = findings.job.map { "azureml:\($0.resource.id)" } ?? ""
    var named = (findings.job?.dataInputs ?? []).map {
      (name: $0.name, type: $0.kind, uri: $0.uri, origin: "\(jobOrigin)#inputs.\($0.name)")
    }
    let versionOrigin = "azureml:\(findings.version.resource.id)#datasets"
    named += findings.version.datasets.map { ($0, "dataset", $0, versionOrigin) }
    var lookUps = 0
    for input in named {
      var found = AzureMLFindings.DataInput(
        name: input.name, type: input.type, location: input.uri, origin: input.origin)
      if let asset = AssetReference(input.uri, kind: .data), asset.registry == nil {
        found.name = "\(asset.name):\(asset.version)"
        lookUps += 1
        // Two each keep one model within twelve requests.
        if lookUps <= 2, let data = await data(asset, &findings) {
          found.type = data["dataType"]?.string ?? input.type
          found.location = data["dataUri"]?.string ?? input.uri
          found.origin = "azureml:\(data.id)"
        }
      }
      findings.inputs.append(found)
    }
  }

  private func data(_ asset: AssetReference, _ findings: inout AzureMLFindings) async -> Resource? {
    do throws(ResourceManagerError) {
      return try await connection.client.dataVersion(asset.version, of: asset.name, in: place)
    } catch {
      findings.gaps.append(
        RegistryGap(
          .trainingData, "the data `\(asset.name):\(asset.version)` cannot be read: \(error)"))
      return nil
    }
  }
}

extension Result where Success: Sendable {
  /// What an asynchronous call gives or throws, so that two can run side by side with typed errors.
  fileprivate static func of(
    _ call: () async throws(Failure) -> Success
  ) async -> Result<Success, Failure> {
    do throws(Failure) {
      return .success(try await call())
    } catch {
      return .failure(error)
    }
  }
}
