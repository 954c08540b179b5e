import HTTPClient
import MLflowAPI

/// Runs, logged models and experiments, by searches where many are wanted.
struct RunReading: Sendable {
  let client: MLflowClient

  /// What became of a search or of single requests.
  struct Findings: Sendable {
    /// The runs by their identifiers.
    var runs: [String: Result<Run, MLflowError>] = [:]
    /// The experiments that had to be listed; empty when runs were asked for one by one.
    var experiments: [String: Experiment] = [:]
  }

  /// How many identifiers go into one filter.
  private static let filterSize = 100

  /// What became of each run.
  func runs(_ ids: Set<String>) async -> Findings {
    guard SearchRule.searches(for: ids.count) else {
      let runs = await SideBySide.outcomes(of: ids) { id throws(MLflowError) in
        try await client.run(id)
      }
      return Findings(runs: runs)
    }
    let experiments: [Experiment]
    do throws(MLflowError) {
      experiments = try await client.experiments()
    } catch {
      return Findings(runs: ids.reduce(into: [:]) { $0[$1] = .failure(error) })
    }
    let places = experiments.map(\.id)
    let pages = await SideBySide.outcomes(of: RunReading.portions(ids)) {
      portion throws(MLflowError) in
      try await client.runs(portion, inExperiments: places)
    }
    var findings = Findings()
    for experiment in experiments { findings.experiments[experiment.id] = experiment }
    for (portion, outcome) in pages {
      for id in portion {
        findings.runs[id] = .failure(.notFound("no run with this identifier can be seen"))
      }
      switch outcome {
      case .success(let runs): for run in runs { findings.runs[run.id] = .success(run) }
      case .failure(let error): for id in portion { findings.runs[id] = .failure(error) }
      }
    }
    return findings
  }

  /// The logged models that there are.
  ///
  /// - Parameters:
  ///   - ids: Their identifiers.
  ///   - experiments: Where to look when they are many.
  func loggedModels(
    _ ids: Set<String>, inExperiments experiments: [String]
  ) async -> [String: Result<LoggedModel, MLflowError>] {
    guard SearchRule.searches(for: ids.count), !experiments.isEmpty else {
      return await SideBySide.outcomes(of: ids) { id throws(MLflowError) in
        try await client.loggedModel(id)
      }
    }
    let pages = await SideBySide.outcomes(of: RunReading.portions(ids)) {
      portion throws(MLflowError) in
      try await client.loggedModels(portion, inExperiments: experiments)
    }
    var found: [String: Result<LoggedModel, MLflowError>] = [:]
    for (portion, outcome) in pages {
      switch outcome {
      case .success(let models): for model in models { found[model.id] = .success(model) }
      case .failure(let error): for id in portion { found[id] = .failure(error) }
      }
    }
    return found
  }

  private static func portions(_ ids: Set<String>) -> [[String]] {
    let ids = ids.sorted()
    return stride(from: 0, to: ids.count, by: filterSize).map { start in
      Array(ids[start..<min(start + filterSize, ids.count)])
    }
  }
}
