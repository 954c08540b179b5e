import JSONDocuments

/// `glossary`: the words of a business and what they mean.
struct GlossaryKind: EntityKind {
  let type = "glossary"
  let collection = "glossaries"
  let filters = [ListFilter.domain]

  let fields: [EntityField] =
    EntityField.base + [
      .reviewers, .owners, .tags, .provider, .flag("mutuallyExclusive"),
      .usageCount,
      .count("termCount") { (row, presenter) throws(CatalogFault) in
        try presenter.count("glossaryTerm", within: row)
      },
      EntityField("disabled", .boolean), .votes, .customProperties, .entityStatus,
    ] + EntityField.domains + [
      EntityField.dataProducts.requested(.none), .dataContract,
      EntityField(
        "namespaces",
        .list(.object([Shape.Member("prefix", .text), Shape.Member("namespace", .uri)])),
        update: .list(.minor), lines: .since(2, 0)),
    ]
}
