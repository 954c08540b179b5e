import HTTPClient
import MLflowAPI
import RegisteredModels

/// Reads what belongs to chosen versions: their files, runs, logged models and experiments.
struct MaterialReading: Sendable {
  let connection: MLflowConnection
  let registry: MLflowClient
  let tracking: MLflowClient

  /// How many requests one model may cost.
  private static let budget = 6

  private struct Piece: Sendable {
    var material: VersionMaterial
    /// How many requests it cost so far.
    var requests: Int

    /// Whether a logged model could tell what nothing else told.
    var needsLoggedModel: Bool {
      let isFileMissing = if case .failure = material.file { true } else { false }
      return material.lacksDescription || material.foundRun == nil || isFileMissing
    }
  }

  /// What is known of each version, or the failure of a server that is needed for it.
  func registered(
    _ versions: [VersionKey: ModelVersion], of models: [String: RegisteredModel]
  ) async -> [VersionKey: RegistryAnswer] {
    let ids = Set(versions.values.compactMap(\.runID))
    let runReading = RunReading(client: tracking)
    let findings = await runReading.runs(ids)
    let files = await SideBySide.outcomes(of: versions.keys) { [versions] key throws(MLflowError) in
      guard let version = versions[key] else { throw .notFound("no such version") }
      let run = version.runID.flatMap { try? findings.runs[$0]?.get() }
      return try await MLmodelReading(registry: registry, tracking: tracking)
        .file(of: version, run: run)
    }
    var answers: [VersionKey: RegistryAnswer] = [:]
    var pieces: [VersionKey: Piece] = [:]
    for (key, version) in versions {
      guard let model = models[key.name], let file = files[key] else { continue }
      switch piece(model, version, file, findings) {
      case .success(let piece): pieces[key] = piece
      case .failure(let failure): answers[key] = .failed(failure)
      }
    }
    await addLoggedModels(to: &pieces, findings, runReading)
    await addExperiments(to: &pieces)
    for (key, piece) in pieces {
      let mapping = VersionMapping(connection: connection, material: piece.material)
      answers[key] = .version(mapping.registered())
    }
    return answers
  }

  private func piece(
    _ model: RegisteredModel, _ version: ModelVersion,
    _ file: Result<MLmodelReading.Finding, MLflowError>, _ findings: RunReading.Findings
  ) -> Result<Piece, RegistryFailure> {
    let finding: MLmodelReading.Finding
    switch file {
    case .success(let found): finding = found
    case .failure(let error): return .failure(RegistryFailure(error, from: connection.registry))
    }
    let run = version.runID.flatMap { findings.runs[$0] }
    if case .failure(let error) = run, !MaterialReading.isOnlyMissing(error) {
      return .failure(RegistryFailure(error, from: connection.tracking))
    }
    let experiment = (try? run?.get())?.experimentID.flatMap { findings.experiments[$0] }
    let parsed = finding.file.flatMap { bytes in
      Result { () throws(MLmodelGap) in try MLmodelFile(bytes) }
    }
    let material = VersionMaterial(
      model: model, version: version, run: run, file: parsed, downloadURI: finding.downloadURI,
      experiment: experiment)
    let isKnown = model.latestVersions.contains { $0.version == version.version }
    return .success(
      Piece(
        material: material,
        requests: 1 + (isKnown ? 0 : 1) + (run == nil ? 0 : 1) + finding.requests))
  }

  /// Whether a failure is about one run and not about the server: where permissions are kept, line
  /// 3 forbids runs that are not there.
  private static func isOnlyMissing(_ error: MLflowError) -> Bool {
    switch error {
    case .notFound, .forbidden, .refused: true
    default: false
    }
  }

  /// Logged models tell the parameters of runs that are gone, and where a file is that nobody
  /// hands out.
  private func addLoggedModels(
    to pieces: inout [VersionKey: Piece], _ findings: RunReading.Findings, _ reading: RunReading
  ) async {
    let wanted = pieces.compactMapValues { piece -> String? in
      guard piece.requests < Self.budget, piece.needsLoggedModel else { return nil }
      return piece.material.version.loggedModelID
    }
    let models = await reading.loggedModels(
      Set(wanted.values), inExperiments: findings.experiments.keys.sorted())
    for (key, id) in wanted {
      pieces[key]?.requests += 1
      pieces[key]?.material.loggedModel = try? models[id]?.get()
    }
  }

  /// The note of an experiment is the last resort for a description.
  private func addExperiments(to pieces: inout [VersionKey: Piece]) async {
    let wanted = pieces.compactMapValues { piece -> String? in
      guard piece.requests < Self.budget, piece.material.experiment == nil,
        piece.material.lacksNote
      else { return nil }
      return piece.material.experimentID
    }
    let experiments = await SideBySide.outcomes(of: Set(wanted.values)) { id throws(MLflowError) in
      try await tracking.experiment(id)
    }
    for (key, id) in wanted { pieces[key]?.material.experiment = try? experiments[id]?.get() }
  }
}
