import JSONDocuments

/// What must be the same in the end, however it came about: all that manifests speak of, as an
/// administrator reads it, without what is of one catalog or one moment.
struct EndState: Equatable, Sendable {
  let model: JSON
  let edges: [String: [String]]

  init(_ catalog: SampleCatalog) async throws {
    let model = try await catalog.model()
    var kept = JSONObject()
    for member in Self.plainMembers { kept[member] = model[member] }
    kept["mlFeatures"] = .array((model["mlFeatures"]?.array ?? []).map(Self.feature))
    for member in ["tags", "owners"] {
      let name = member == "tags" ? "tagFQN" : "name"
      let names = (model[member]?.array ?? []).compactMap { $0[name]?.string }.sorted()
      kept[member] = .array(names.map { .string($0) })
    }
    self.model = .object(kept)
    edges = try await catalog.edges()
  }

  private static let plainMembers = [
    "displayName", "description", "algorithm", "target", "server", "sourceUrl",
    "mlHyperParameters", "mlStore",
  ]
  /// The members of a model that are compared.
  static let members = plainMembers + ["mlFeatures", "tags", "owners"]

  private static func feature(_ feature: JSON) -> JSON {
    var kept = JSONObject()
    for member in ["name", "fullyQualifiedName", "dataType", "description", "featureAlgorithm"] {
      kept[member] = feature[member]
    }
    let sources = (feature["featureSources"]?.array ?? []).map { source -> JSON in
      var kept = JSONObject()
      for member in ["name", "fullyQualifiedName", "dataType", "description"] {
        kept[member] = source[member]
      }
      kept["table"] = source["dataSource"]?["fullyQualifiedName"]
      return .object(kept)
    }
    kept["featureSources"] = .array(sources)
    return .object(kept)
  }

  /// The end state of a run that nothing disturbed.
  static let undisturbed = Task {
    let catalog = try await SampleCatalog()
    _ = try await catalog.publish(try Project())
    return try await EndState(catalog)
  }
}
