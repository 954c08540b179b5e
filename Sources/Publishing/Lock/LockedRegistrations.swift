import Diagnostics
import JSONDocuments
import ModelManifests
import RegisteredModels

/// What registries answered, as a section of a lock has it.
struct LockedRegistrations {
  private var answers: [String: RegistryAnswer] = [:]

  /// Nothing is known of any registry.
  init() {}

  /// Reads a section.
  ///
  /// - Throws: ``RecordShapeError`` for anything that `mlcatalog lock` would not have written.
  init(_ section: RecordedValue) throws(RecordShapeError) {
    for (key, entry) in try section.table("registrations") {
      answers[key] = try LockedVersion.answer(entry)
    }
  }

  /// The version that a manifest meant when the lock was made; nil when the lock holds none.
  func version(for model: ModelManifest, _ config: RegistryConfig) -> RegisteredVersion? {
    guard let registry = model.registry,
      case .version(let version)? = answers[RegistrationKey.text(registry, config)]
    else { return nil }
    return version
  }

  /// The answers for manifests, by their index; one that the lock does not hold has failed.
  ///
  /// - Parameter command: What makes the lock anew.
  func answers(
    for models: [ModelManifest], _ config: RegistryConfig, lockedBy command: String
  ) -> [Int: RegistryAnswer] {
    var found: [Int: RegistryAnswer] = [:]
    for (index, model) in models.enumerated() {
      guard let registry = model.registry else { continue }
      found[index] =
        answers[RegistrationKey.text(registry, config)]
        ?? .failed(
          RegistryFailure(
            .notLocked, "the registered model `\(registry.model.value)` is not in the lock",
            hint:
              "run `\(command)` where the registry can be reached, and commit mlcatalog.lock"
          ))
    }
    return found
  }
}
