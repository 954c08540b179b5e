import MLflowAPI
import RegisteredModels

/// Answers the references to one registry: models, then versions, then what belongs to them.
struct MLflowGathering: Sendable {
  let connection: MLflowConnection
  let registry: MLflowClient
  let tracking: MLflowClient

  private typealias Answers = [RegistryReference: RegistryAnswer]

  /// The answer to each reference.
  func answers(
    to references: [RegistryReference]
  ) async -> [RegistryReference: RegistryAnswer] {
    let reading = RegistryReading(client: registry)
    let models = await reading.models(Set(references.map(\.model)))
    var answers: Answers = [:]
    var chosen: [RegistryReference: VersionKey] = [:]
    var searched: [RegistryReference] = []
    var missing: [RegistryReference] = []
    for reference in references {
      switch models[reference.model] {
      case .success(let model):
        switch VersionChoice(reference, of: model, in: connection.registry) {
        case .version(let version):
          chosen[reference] = VersionKey(name: model.name, version: version)
        case .highestReady: searched.append(reference)
        case .refused(let refusal): answers[reference] = .refused(refusal)
        }
      case .failure(.notFound): missing.append(reference)
      case .failure(let error):
        answers[reference] = .failed(RegistryFailure(error, from: connection.registry))
      case nil: continue
      }
    }
    if !missing.isEmpty {
      // Thousands of names against thousands of others would take minutes to compare.
      let areMany = SearchRule.searches(for: Set(missing.map(\.model)).count)
      let absence = MissingModel(
        in: connection.registry, among: areMany ? [] : await reading.firstNames())
      for reference in missing {
        answers[reference] = .refused(absence.refusal(of: reference.model))
      }
    }
    let found = models.compactMapValues { try? $0.get() }
    var versions = await versions(Set(chosen.values), of: found, reading)
    let highest = await reading.highestReady(Set(searched.map(\.model)))
    for reference in searched {
      switch highest[reference.model] {
      case .success(let version?):
        let key = VersionKey(name: version.name, version: version.version)
        versions[key] = .success(version)
        chosen[reference] = key
      case .failure(let error):
        answers[reference] = .failed(RegistryFailure(error, from: connection.registry))
      case .success(nil), nil:
        answers[reference] = .refused(
          RegistryRefusal(
            .version, "no version of the registered model `\(reference.model)` is ready"))
      }
    }
    let registered = await MaterialReading(
      connection: connection, registry: registry, tracking: tracking
    ).registered(versions.compactMapValues { try? $0.get() }, of: found)
    for (reference, key) in chosen {
      switch versions[key] {
      case .success: answers[reference] = registered[key]
      case .failure(.notFound):
        answers[reference] = .refused(refusal(of: reference, key, found[key.name]))
      case .failure(let error):
        answers[reference] = .failed(RegistryFailure(error, from: connection.registry))
      case nil: continue
      }
    }
    return answers
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
