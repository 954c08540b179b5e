import JSONDocuments

/// Shows features and their sources with what their labels' tags now say; gone ones go.
struct MlFeaturePresenter {
  let presenter: EntityPresenter

  init(_ presenter: EntityPresenter) { self.presenter = presenter }

  func features(_ value: JSON) throws(CatalogFault) -> JSON {
    .array(
      try (value.array ?? []).map { (feature) throws(CatalogFault) in
        guard case .object(var shown) = try labelled(feature) else { return feature }
        if let sources = shown["featureSources"]?.array {
          shown["featureSources"] = .array(
            try sources.map { (source) throws(CatalogFault) in try labelled(source) })
        }
        return .object(shown)
      })
  }

  private func labelled(_ value: JSON) throws(CatalogFault) -> JSON {
    guard case .object(var object) = value, let labels = object["tags"] else { return value }
    let shown = try presenter.tags(labels)
    object["tags"] = shown.isEmpty ? nil : .array(shown)
    return .object(object)
  }
}
