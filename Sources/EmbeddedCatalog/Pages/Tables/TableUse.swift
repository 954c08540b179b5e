import JSONDocuments

/// A model that uses a table, and which of its features come from which columns.
struct TableUse {
  let model: EntityRow
  let features: [(column: String?, feature: String)]

  /// The models that the lineage leads to from a table, as far as the viewer may see them.
  static func all(of table: EntityRow, _ viewer: Viewer) throws(CatalogFault) -> [TableUse] {
    var uses: [TableUse] = []
    for edge in try viewer.context.session.outgoing(.upstream, of: table.id) {
      guard let model = try viewer.entity(id: edge.target), model.type == "mlmodel" else {
        continue
      }
      let lineage = try FeatureLineage(EntityPage(model, viewer))
      let link = PageLink.entity(table.type, table.fullyQualifiedName)
      let features = lineage.flows.compactMap { flow -> (String?, String)? in
        let source = lineage.sources[flow.source]
        guard source.link == link, let feature = flow.feature else { return nil }
        return (flow.column.map { source.columns[$0].name }, lineage.features[feature].name)
      }
      uses.append(TableUse(model: model, features: features))
    }
    return uses
  }

  var markup: Markup {
    Markup("li") {
      Markup("span", .class("title")) {
        Markup.link(
          EntitySummary.label(model), PageLink.entity("mlmodel", model.fullyQualifiedName))
      }
      Markup("p", .class("path")) { Markup.name(model.fullyQualifiedName) }
      Markup("ul") {
        features.map { use in
          Markup("li") {
            if let column = use.column {
              Markup.name(column)
              " → "
            }
            Markup.name(use.feature)
          }
        }
      }
    }
  }
}
