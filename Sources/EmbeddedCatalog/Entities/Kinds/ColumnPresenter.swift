import JSONDocuments

/// Shows columns; their labels only when labels were asked for.
struct ColumnPresenter {
  let presenter: EntityPresenter

  init(_ presenter: EntityPresenter) { self.presenter = presenter }

  func columns(_ value: JSON?) throws(CatalogFault) -> JSON {
    var columns: [JSON] = []
    for element in value?.array ?? [] {
      guard case .object(var column) = element else { continue }
      let tags = column["tags"] ?? []
      column["tags"] =
        presenter.selection.contains("tags") ? .array(try presenter.tags(tags)) : nil
      if let children = column["children"] { column["children"] = try self.columns(children) }
      columns.append(.object(column))
    }
    return .array(columns)
  }
}
