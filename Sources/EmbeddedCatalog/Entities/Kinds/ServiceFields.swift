import JSONDocuments

/// What services of every type have.
enum ServiceFields {
  static let shared: [EntityField] =
    [
      EntityField(
        "connection", .object([Shape.Member("config", .any)], others: .refused), request: .same,
        content: .custom { (row, presenter) throws(CatalogFault) in
          guard let connection = row.document["connection"] else { return nil }
          return presenter.context.principal.isBot
            ? connection : ConnectionSecrets.masked(connection)
        },
        update: .custom { (update, name) throws(CatalogFault) in
          if let sent = update.updated[name] {
            update.updated[name] = ConnectionSecrets.unmasked(sent, by: update.original[name])
          } else if update.isPut {
            update.keep(name)
          }
          let old = update.original[name]
          let new = update.updated[name]
          if (old ?? .null).isExactly(new ?? .null) { return }
          // History is for everybody: it tells that a secret changed, not which it was.
          update.changes.add(
            name, from: old.map(ConnectionSecrets.masked), to: new.map(ConnectionSecrets.masked),
            .minor)
        }),
      EntityField(
        "pipelines", .entityReferences, content: .references, view: .onDemand(empty: [])),
      EntityField("testConnectionResult", .any),
      .owners, .tags,
    ] + EntityField.domains + [
      .dataProducts, .dataContract, EntityField.entityStatus.on(.since(1, 12)),
      EntityField(
        "followers", .entityReferences, content: .references, view: .onDemand(empty: []),
        lines: .since(1, 7)),
      EntityField(
        "style", .style, request: .same, update: .value(.minor), lines: .since(2, 0)),
      EntityField(
        "ingestionRunner", .entityReference, request: .same, content: .reference,
        view: .onDemand(empty: nil), lines: .since(1, 7)),
    ]
}
