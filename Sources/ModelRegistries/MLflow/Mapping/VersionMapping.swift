import MLflowAPI
import RegisteredModels

/// Says what is known of a version in the values of all registries.
struct VersionMapping {
  let connection: MLflowConnection
  let material: VersionMaterial

  private var version: ModelVersion { material.version }
  private var origin: String { MLflowOrigin.version(version.version, of: version.name) }

  /// The version with everything that was read for it.
  func registered() -> RegisteredVersion {
    var registered = RegisteredVersion(
      address: connection.address, model: version.name, version: version.version, origin: origin,
      status: status, hasAliases: connection.registry.hasAliases,
      hasStages: connection.registry.hasStages)
    registered.isArchived = version.currentStage == "Archived"
    registered.stage = version.currentStage.map { Sourced($0, from: "\(origin)#current_stage") }
    registered.aliases = aliases
    registered.sourceUrl = Sourced(
      MLflowPages.version(version.version, of: version.name, in: connection.registry),
      from: origin)
    registered.description = description
    registered.algorithm = algorithm
    registered.storage = place.map {
      Sourced(ArtifactLocation.shown($0.value), from: $0.origin)
    }
    registered.createdAt = version.creationTimestamp
    registered.updatedAt = version.lastUpdatedTimestamp
    addSignature(to: &registered)
    addRun(to: &registered)
    registered.tags = tags
    return registered
  }

  private var status: RegistrationStatus {
    switch version.status {
    case .ready: .ready
    case .pendingRegistration: .pending
    case .failedRegistration: .failed(version.statusMessage)
    case .other(let status): .failed(version.statusMessage ?? "its status is \(status)")
    }
  }

  /// Searches leave the aliases of versions out, so those of the model count.
  private var aliases: Sourced<[String]>? {
    let own = material.model.aliases.filter { $0.value == version.version }.keys.sorted()
    let place = MLflowOrigin.model(version.name)
    return own.isEmpty ? nil : Sourced(own, from: "\(place)#aliases")
  }

  private var description: Sourced<String>? {
    let model = MLflowOrigin.model(version.name)
    let note = VersionMaterial.noteKey
    let run = material.foundRun
    let candidates: [(String?, String)] = [
      (version.description, "\(origin)#description"),
      (material.model.description, "\(model)#description"),
      (
        material.loggedModel?.tags[note],
        "\(MLflowOrigin.loggedModel(material.loggedModel?.id ?? ""))#tags.\(note)"
      ),
      (run?.tags[note], "\(MLflowOrigin.run(run?.id ?? ""))#tags.\(note)"),
      (
        material.experiment?.tags[note],
        "\(MLflowOrigin.experiment(material.experiment?.id ?? ""))#tags.\(note)"
      ),
    ]
    for case (let text?, let place) in candidates where !text.allSatisfy(\.isWhitespace) {
      return Sourced(text, from: place)
    }
    return nil
  }

  private var algorithm: Sourced<String>? {
    if let run = material.foundRun {
      for tag in ["estimator_name", "estimator_class"] {
        if let text = run.tags[tag], !text.isEmpty {
          return Sourced(text, from: "\(MLflowOrigin.run(run.id))#tags.\(tag)")
        }
      }
    }
    if let file = try? material.file.get(), let (name, path) = file.algorithm {
      return Sourced(name, from: "\(origin)#\(path)")
    }
    if let run = material.foundRun, let history = history(run),
      let flavor = history.flavors.first(where: { $0 != "python_function" })
    {
      return Sourced(flavor, from: "\(MLflowOrigin.run(run.id))#tags.\(LogModelHistory.key)")
    }
    return nil
  }

  func history(_ run: Run) -> LogModelHistory? {
    LogModelHistory(run.tags[LogModelHistory.key], source: version.source)
  }

  /// Where the artifact is: never the run's own place, outside of which MLflow 3 keeps models.
  private var place: Sourced<String>? {
    if let source = version.source, !RunSource.isReference(source) {
      return Sourced(source, from: "\(origin)#source")
    }
    if let uri = material.downloadURI { return Sourced(uri, from: "\(origin)#artifact_uri") }
    if let path = (try? material.file.get())?.artifactPath, path.contains(":/") {
      return Sourced(path, from: "\(origin)#MLmodel.artifact_path")
    }
    if let run = material.foundRun, let base = run.artifactURI,
      let (id, path) = RunSource.parts(of: version.source), id == run.id
    {
      return Sourced("\(base)/\(path)", from: "\(MLflowOrigin.run(run.id))#artifact_uri")
    }
    if let model = material.loggedModel, let uri = model.artifactURI {
      return Sourced(uri, from: "\(MLflowOrigin.loggedModel(model.id))#artifact_uri")
    }
    return nil
  }

  private var tags: [RegistryTag] {
    let run = material.foundRun
    let carriers: [(RegistryTag.Carrier, [String: String], String)] = [
      (.model, material.model.tags, MLflowOrigin.model(version.name)),
      (.version, version.tags, origin),
      (.run, run?.tags ?? [:], MLflowOrigin.run(run?.id ?? "")),
      (
        .loggedModel, material.loggedModel?.tags ?? [:],
        MLflowOrigin.loggedModel(material.loggedModel?.id ?? "")
      ),
    ]
    return carriers.flatMap { carrier, tags, place in
      tags.sorted { $0.key < $1.key }
        .filter { !$0.key.hasPrefix("mlflow.") && !$0.key.hasPrefix("_mlflow_") }
        .map { RegistryTag(carrier, key: $0, value: Sourced($1, from: "\(place)#tags.\($0)")) }
    }
  }
}
