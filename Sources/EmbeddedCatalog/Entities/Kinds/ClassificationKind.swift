import JSONDocuments

/// `classification`: tags that belong together and may exclude each other.
struct ClassificationKind: EntityKind {
  let type = "classification"
  let collection = "classifications"

  let fields: [EntityField] =
    EntityField.base + [
      .flag("mutuallyExclusive"), .provider, EntityField("disabled", .boolean),
      .usageCount,
      .count("termCount") { (row, presenter) throws(CatalogFault) in
        try presenter.count("tag", within: row)
      },
      EntityField.owners.on(.since(1, 9)), EntityField.reviewers.on(.since(1, 13)),
      EntityField.entityStatus.on(.since(1, 13)),
      EntityField(
        "autoClassificationConfig", .object([], others: .kept), request: .same,
        update: .keptWhenAbsent(.minor), lines: .since(1, 13)),
    ] + EntityField.domains
}
