import MLflowAPI
import RegisteredModels

/// What the run says: parameters, metrics, datasets, the commit.
extension VersionMapping {
  /// Adds the run, or says why there is none.
  func addRun(to registered: inout RegisteredVersion) {
    switch material.run {
    case .success(let run): add(run, to: &registered)
    case .failure(let error):
      let id = material.version.runID ?? ""
      if case .forbidden(let message) = error {
        registered.gaps.append(
          RegistryGap(.run, "not permitted to read the run `\(id)`: \(message)", isForbidden: true))
      } else {
        registered.gaps.append(RegistryGap(.run, "the run \(id) cannot be read: \(error)"))
      }
      addLoggedParameters(to: &registered)
    case nil:
      registered.gaps.append(RegistryGap(.run, "the version names no run"))
      addLoggedParameters(to: &registered)
    }
  }

  private func add(_ run: Run, to registered: inout RegisteredVersion) {
    let place = MLflowOrigin.run(run.id)
    var found = RegistryRun(
      id: run.id, status: RunRecord.status(run), isDeleted: run.isDeleted,
      origin: place)
    found.name = run.name
    found.user = run.tags["mlflow.user"] ?? run.user
    found.startedAt = run.startTime
    found.endedAt = run.endTime
    found.url = url(of: run)
    registered.run = found
    registered.parameters = RunRecord.parameters(run.params, place)
    registered.metrics = RunRecord.metrics(run)
    registered.datasets = RunRecord.datasets(run)
    let commit = "mlflow.source.git.commit"
    registered.gitCommit = run.tags[commit].flatMap { text in
      text.isEmpty ? nil : Sourced(text, from: "\(place)#tags.\(commit)")
    }
  }

  /// A link that somebody gave wins, unless it leads nowhere without what may be secret in it.
  private func url(of run: Run) -> String? {
    let own = run.experimentID.map {
      MLflowPages.run(run.id, ofExperiment: $0, in: connection.tracking)
    }
    guard let link = material.version.runLink,
      link.hasPrefix("https://") || link.hasPrefix("http://")
    else { return own }
    let shown = ArtifactLocation.shown(link)
    return shown == link ? link : own ?? shown
  }

  /// MLflow 3 repeats the run's parameters in the logged model, which outlives the run.
  private func addLoggedParameters(to registered: inout RegisteredVersion) {
    guard let model = material.loggedModel else { return }
    registered.parameters = RunRecord.parameters(
      model.params, MLflowOrigin.loggedModel(model.id))
  }
}
