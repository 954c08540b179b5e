import HTTPClient
import RegisteredModels

extension SideBySide {
  /// What several places answer, each about references of its own.
  static func answers<Place: Hashable & Sendable>(
    of places: [Place: [RegistryReference]],
    _ ask:
      @escaping @Sendable (Place, [RegistryReference]) async -> [RegistryReference: RegistryAnswer]
  ) async -> [RegistryReference: RegistryAnswer] {
    await answers(about: places.keys) { await ask($0, places[$0] ?? []) }.values
      .reduce(into: [:]) { answers, some in answers.merge(some) { first, _ in first } }
  }
}
