import JSONDocuments

/// What must be the same in the end, however it came about.
struct EndState: Equatable, Sendable {
  let model: JSON
  let edges: [String: [String]]

  init(_ catalog: SampleCatalog) async throws {
    let model = try await catalog.model()
    let members = ["algorithm", "description", "target", "mlHyperParameters", "mlStore"]
    var kept = JSONObject()
    for member in members { kept[member] = model[member] }
    kept["features"] = .array((model["mlFeatures"]?.array ?? []).map { $0["name"] ?? .null })
    self.model = .object(kept)
    edges = try await catalog.edges()
  }

  /// The end state of a run that nothing disturbed.
  static let undisturbed = Task {
    let catalog = try await SampleCatalog()
    _ = try await catalog.publish(try Project())
    return try await EndState(catalog)
  }
}
