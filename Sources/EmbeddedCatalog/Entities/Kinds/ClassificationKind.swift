/// `classification`: tags that belong together and may exclude each other.
struct ClassificationKind: EntityKind {
  let type = "classification"
  let collection = "classifications"

  let fields: [EntityField] =
    EntityField.base + [
      EntityField(
        "mutuallyExclusive", .boolean, request: .same, update: .keptWhenAbsent(.minor)),
      EntityField("provider", .words("system", "user"), request: .same),
      EntityField("disabled", .boolean),
    ]
}
