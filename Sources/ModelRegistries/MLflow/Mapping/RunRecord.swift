import MLflowAPI
import RegisteredModels

/// What a run recorded, in the values of all registries; workspaces of Azure ML keep runs as well.
enum RunRecord {
  /// Parameters, sorted by name.
  ///
  /// - Parameter place: The place of the run, or of the logged model that repeats them.
  static func parameters(
    _ parameters: [String: String], _ place: String
  ) -> [RegistryParameter] {
    parameters.sorted { $0.key < $1.key }.map { name, value in
      RegistryParameter(name: name, value: Sourced(value, from: "\(place)#params.\(name)"))
    }
  }

  /// The last values of the metrics, sorted by name.
  static func metrics(_ run: Run) -> [RegistryMetric] {
    let place = MLflowOrigin.run(run.id)
    return run.metrics.sorted { $0.key < $1.key }.map { metric in
      RegistryMetric(
        name: metric.key, value: Sourced(metric.value, from: "\(place)#metrics.\(metric.key)"))
    }
  }

  /// The datasets that it read.
  static func datasets(_ run: Run) -> [DatasetInput] {
    run.datasets.enumerated().map { index, dataset in
      DatasetReading.input(
        dataset, origin: "\(MLflowOrigin.run(run.id))#inputs.dataset_inputs[\(index)]")
    }
  }

  /// How it ended.
  static func status(_ run: Run) -> RegistryRun.Status {
    switch run.status {
    case .running: .running
    case .scheduled: .other("SCHEDULED")
    case .finished: .finished
    case .failed: .failed
    case .killed: .killed
    case .other(let text): .other(text)
    }
  }
}
