import AzureResourceManager
import JSONDocuments
import MLflowAPI
import RegisteredModels

extension RegisteredVersion {
  /// What Azure knows of a version, in the words of all registries.
  init(_ findings: AzureMLFindings) {
    let (version, job, run) = (findings.version, findings.job, findings.run)
    let origin = "azureml:\(version.resource.id)"
    self.init(
      address: findings.reference.address, model: findings.reference.model,
      version: version.version, origin: origin, status: RegistrationStatus(version),
      hasAliases: false, hasStages: true)
    isArchived = version.isArchived
    stage = version.stage.map { Sourced($0, from: "\(origin)#stage") }
    description = version.description.map { Sourced($0, from: "\(origin)#description") }
    if description == nil, let model = findings.model,
      let text = model["description"]?.string, !text.isEmpty
    {
      description = Sourced(text, from: "azureml:\(model.id)#description")
    }
    storage = version.modelURI.map {
      Sourced(ArtifactLocation.shown($0), from: "\(origin)#modelUri")
    }
    server = findings.server.map { Sourced(ArtifactLocation.shown($0.uri), from: $0.origin) }
    tags = AzureMLTags.all(findings)
    algorithm = AzureMLTags.algorithm(findings)
    gitCommit = AzureMLTags.gitCommit(findings)
    createdAt = version.resource.createdAt
    updatedAt = version.resource.modifiedAt
    self.run = job.map { RegistryRun($0, run) } ?? run.map { RegistryRun($0) }
    if let run {
      parameters = RunRecord.parameters(run.params, MLflowOrigin.run(run.id))
      metrics = RunRecord.metrics(run)
    }
    datasets = findings.inputs.map { input in
      DatasetInput(
        name: ArtifactLocation.shown(input.name), digest: "", context: nil,
        source: .other(type: input.type, location: input.location.map(ArtifactLocation.shown)),
        origin: input.origin)
    }
    datasets += run.map(RunRecord.datasets) ?? []
    gaps = findings.gaps
    addSignature(of: findings)
  }

  /// Adds the signature that early clients of MLflow put into a tag of the run.
  private mutating func addSignature(of findings: AzureMLFindings) {
    let key = LogModelHistory.key
    if let run = findings.run,
      let history = LogModelHistory(run.tags[key], source: findings.version.modelURI),
      let inputs = history.inputs.flatMap({ SignatureColumns.columns($0) })
    {
      let place = "\(MLflowOrigin.run(run.id))#tags.\(key)"
      let outputs = history.outputs.flatMap { SignatureColumns.columns($0) } ?? []
      signature = ModelSignature(inputs: inputs, outputs: outputs, origin: "\(place).inputs")
      let names = outputs.compactMap(\.name)
      if names.count == 1 { target = Sourced(names[0], from: "\(place).outputs") }
    } else if findings.version.modelType == "mlflow_model" {
      gaps.append(
        RegistryGap(.signature, "the signature is in Azure storage, from which nothing is read"))
    }
  }
}

extension RegistrationStatus {
  fileprivate init(_ version: AzureResourceManager.ModelVersion) {
    switch version.provisioningState?.lowercased() {
    // Versions of the time before the property are ready.
    case nil, "succeeded": self = .ready
    case "failed": self = .failed(nil)
    case "canceled": self = .failed("its creation was cancelled")
    case "deleting": self = .deleted
    default: self = .pending
    }
  }
}

extension RegistryRun {
  fileprivate init(_ job: Job, _ run: Run?) {
    let status: Status =
      switch job.status {
      case "Completed": .finished
      case "Failed": .failed
      case "Canceled": .killed
      case "Running", "Finalizing", "Queued", "Preparing", "Provisioning", "Starting",
        "NotStarted":
        .running
      default: .other(job.status)
      }
    self.init(
      id: job.resource.name, status: status, isDeleted: run?.isDeleted ?? false,
      origin: "azureml:\(job.resource.id)")
    name = job.displayName ?? run?.name
    url = job.studioURL.map(ArtifactLocation.page)
    user = run?.user
    startedAt = run?.startTime
    endedAt = run?.endTime
  }

  fileprivate init(_ run: Run) {
    self.init(
      id: run.id, status: RunRecord.status(run), isDeleted: run.isDeleted,
      origin: MLflowOrigin.run(run.id))
    name = run.name
    user = run.user
    startedAt = run.startTime
    endedAt = run.endTime
  }
}
