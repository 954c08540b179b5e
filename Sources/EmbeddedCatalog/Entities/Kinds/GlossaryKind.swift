import JSONDocuments

/// `glossary`: the words of a business and what they mean.
struct GlossaryKind: EntityKind {
  let type = "glossary"
  let collection = "glossaries"
  let filters = [ListFilter.domain]

  let fields: [EntityField] =
    EntityField.base + [
      .reviewers, .owners, .tags, .provider, .flag("mutuallyExclusive"),
      EntityField(
        "usageCount", .integer,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try presenter.usageCount(of: row)
        }, view: .onDemand(empty: nil)),
      EntityField(
        "termCount", .integer,
        content: .custom { (row, presenter) throws(CatalogFault) in
          try presenter.count("glossaryTerm", within: row)
        }, view: .onDemand(empty: nil)),
      EntityField("disabled", .boolean), .votes, .customProperties, .entityStatus,
    ] + EntityField.domains
}
