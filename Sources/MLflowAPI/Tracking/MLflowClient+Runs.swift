import JSONDocuments

/// Runs and experiments.
extension MLflowClient {
  /// A run, deleted ones included.
  ///
  /// - Throws: ``MLflowError/notFound(_:)`` when there is none; a server of line 3 with
  ///   permissions says ``MLflowError/forbidden(_:)`` instead.
  public func run(_ id: String) async throws(MLflowError) -> Run {
    let answer = try await get("runs/get", [("run_id", id)])
    let run = try Run(try answer.requiredObject("run"))
    try AnswerMatch.check(run.id, is: id, "run")
    return run
  }

  /// The runs with these identifiers, deleted ones included; those that are not there are left out.
  ///
  /// - Parameters:
  ///   - ids: The identifiers; ones that hold a quote are left out.
  ///   - experiments: Where to look: MLflow finds nothing without.
  public func runs(
    _ ids: [String], inExperiments experiments: [String]
  ) async throws(MLflowError) -> [Run] {
    let names = ids.compactMap { $0.contains("\"") ? nil : SearchFilter.quoted($0) }
    if names.isEmpty || experiments.isEmpty { return [] }
    let body = JSONObject([
      .init(key: "experiment_ids", value: .array(experiments.map { .string($0) })),
      .init(
        key: "filter", value: .string("attributes.run_id IN (\(names.joined(separator: ",")))")),
      .init(key: "run_view_type", value: "ALL"),
      // One more than can be found: MLflow 2 names a further page after a full one.
      .init(key: "max_results", value: .number(JSONNumber(ids.count + 1))),
    ])
    var runs: [Run] = []
    try await pages(of: "runs", as: Run.init) { token throws(MLflowError) in
      var body = body
      body["page_token"] = token.map { .string($0) }
      return try await post("runs/search", .object(body))
    } take: { page in
      runs += page
      return .more
    }
    return runs
  }

  /// An experiment, deleted ones included.
  public func experiment(_ id: String) async throws(MLflowError) -> Experiment {
    let answer = try await get("experiments/get", [("experiment_id", id)])
    let experiment = try Experiment(try answer.requiredObject("experiment"))
    try AnswerMatch.check(experiment.id, is: id, "experiment")
    return experiment
  }

  /// The experiments that the caller may see, deleted ones included.
  public func experiments() async throws(MLflowError) -> [Experiment] {
    var experiments: [Experiment] = []
    let query = [("max_results", "1000"), ("view_type", "ALL")]
    try await pages(of: "experiments", as: Experiment.init) { token throws(MLflowError) in
      try await get("experiments/search", query + (token.map { [("page_token", $0)] } ?? []))
    } take: { page in
      experiments += page
      return .more
    }
    return experiments
  }
}
