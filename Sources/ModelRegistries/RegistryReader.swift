import HTTPClient
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
    let served = registries.indices.map { index in
      (index, references.filter { registries[index].serves($0.address) })
    }
    let asked = served.filter { !$0.1.isEmpty }.map { ($0, Array($1)) }
    var snapshot = RegistrySnapshot()
    snapshot.answers = await SideBySide.answers(of: Dictionary(uniqueKeysWithValues: asked)) {
      await registries[$0].answers(to: $1)
    }
    return snapshot
  }
}
