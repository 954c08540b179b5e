import MLflowAPI
import RegisteredModels

/// Answers the references to one registry: models, then versions, then what belongs to them.
struct MLflowGathering: Sendable {
  let connection: MLflowConnection
  let registry: MLflowClient
  let tracking: MLflowClient

  /// What is known of the references so far.
  private struct Draft {
    var answers: [RegistryReference: RegistryAnswer] = [:]
    var chosen: [RegistryReference: VersionKey] = [:]
    /// Those of the highest version that is ready.
    var searched: [RegistryReference] = []
    /// Those whose model is not there.
    var missing: [RegistryReference] = []
  }

  /// The answer to each reference.
  func answers(
    to references: [RegistryReference]
  ) async -> [RegistryReference: RegistryAnswer] {
    let reading = RegistryReading(client: registry)
    let models = await reading.models(Set(references.map(\.model)))
    var draft = Draft()
    for reference in references { choose(reference, of: models[reference.model], &draft) }
    await refuseMissing(&draft, reading)
    let found = models.compactMapValues { try? $0.get() }
    var versions = await versions(Set(draft.chosen.values), of: found, reading)
    await chooseHighest(&draft, &versions, reading)
    let registered = await MaterialReading(
      connection: connection, registry: registry, tracking: tracking
    ).registered(versions.compactMapValues { try? $0.get() }, of: found)
    for (reference, key) in draft.chosen {
      switch versions[key] {
      case .success: draft.answers[reference] = registered[key]
      case .failure(.notFound):
        draft.answers[reference] = .refused(refusal(of: reference, key, found[key.name]))
      case .failure(let error): draft.answers[reference] = failed(error)
      case nil: continue
      }
    }
    return draft.answers
  }

  /// Chooses the version by what the model itself tells of its aliases and stages.
  private func choose(
    _ reference: RegistryReference, of model: Result<RegisteredModel, MLflowError>?,
    _ draft: inout Draft
  ) {
    switch model {
    case .success(let model):
      switch VersionChoice(reference, of: model, in: connection.registry) {
      case .version(let version):
        draft.chosen[reference] = VersionKey(name: model.name, version: version)
      case .highestReady: draft.searched.append(reference)
      case .refused(let refusal): draft.answers[reference] = .refused(refusal)
      }
    case .failure(.notFound): draft.missing.append(reference)
    case .failure(let error): draft.answers[reference] = failed(error)
    case nil: return
    }
  }

  private func refuseMissing(_ draft: inout Draft, _ reading: RegistryReading) async {
    if draft.missing.isEmpty { return }
    // Thousands of names against thousands of others would take minutes to compare.
    let areMany = SearchRule.searches(for: Set(draft.missing.map(\.model)).count)
    let absence = MissingModel(
      in: connection.registry, among: areMany ? [] : await reading.firstNames())
    for reference in draft.missing {
      draft.answers[reference] = .refused(absence.refusal(of: reference.model))
    }
  }

  private func chooseHighest(
    _ draft: inout Draft, _ versions: inout RegistryReading.Versions, _ reading: RegistryReading
  ) async {
    let highest = await reading.highestReady(Set(draft.searched.map(\.model)))
    for reference in draft.searched {
      switch highest[reference.model] {
      case .success(let version?):
        let key = VersionKey(name: version.name, version: version.version)
        versions[key] = .success(version)
        draft.chosen[reference] = key
      case .failure(let error): draft.answers[reference] = failed(error)
      case .success(nil), nil:
        draft.answers[reference] = .refused(
          RegistryRefusal(
            .version, "no version of the registered model `\(reference.model)` is ready"))
      }
    }
  }

  private func failed(_ error: MLflowError) -> RegistryAnswer {
    .failed(RegistryFailure(error, from: connection.registry))
  }

  /// The versions; those that the models already told of are not asked for.
  private func versions(
    _ keys: Set<VersionKey>, of models: [String: RegisteredModel], _ reading: RegistryReading
  ) async -> RegistryReading.Versions {
    var versions: RegistryReading.Versions = [:]
    for key in keys {
      let known = models[key.name]?.latestVersions.first { $0.version == key.version }
      if let known { versions[key] = .success(known) }
    }
    let rest = await reading.versions(keys.filter { versions[$0] == nil })
    return versions.merging(rest) { first, _ in first }
  }

  /// What to say of a version that is not there.
  private func refusal(
    of reference: RegistryReference, _ key: VersionKey, _ model: RegisteredModel?
  ) -> RegistryRefusal {
    let newest = model?.latestVersions.compactMap(\.number).max()
    switch reference.selector {
    case .alias(let alias):
      return RegistryRefusal(
        .alias,
        "the alias `\(alias)` of `\(key.name)` points to version \(key.version), which was deleted",
        hint: "set the alias again, or name another")
    case .version, .stage, .latest:
      return RegistryRefusal(
        .version, "there is no version `\(key.version)` of the registered model `\(key.name)`",
        hint: newest.map { "the newest version is \($0)" } ?? "the model has no version")
    }
  }
}
