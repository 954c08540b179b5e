public import RegisteredModels

/// Asks all the registries that the manifests of a run name, side by side.
public struct RegistryReader: Sendable {
  private let registries: [any ModelRegistry]

  /// Makes a reader over one registry of each kind.
  public init(_ registries: [any ModelRegistry]) {
    self.registries = registries
  }

  /// What the registries say about each reference.
  ///
  /// A reference that no registry serves is missing in the snapshot.
  public func snapshot(for references: Set<RegistryReference>) async -> RegistrySnapshot {
    await withTaskGroup(of: [RegistryReference: RegistryAnswer].self) { group in
      for registry in registries {
        let served = references.filter { registry.serves($0.address) }
        guard !served.isEmpty else { continue }
        group.addTask { await registry.answers(to: Array(served)) }
      }
      var snapshot = RegistrySnapshot()
      for await answers in group { snapshot.answers.merge(answers) { first, _ in first } }
      return snapshot
    }
  }
}
