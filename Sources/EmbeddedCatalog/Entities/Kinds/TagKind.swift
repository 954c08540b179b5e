/// `tag`: a label of a classification.
struct TagKind: EntityKind {
  let type = "tag"
  let collection = "tags"
  let containers = [
    EntityContainer(member: "parent", type: "tag", passedOn: ["classification"]),
    EntityContainer(member: "classification", type: "classification"),
  ]
  let filters = [ListFilter.container("parent")]

  let fields: [EntityField] =
    EntityField.base + [
      EntityField(
        "classification", .entityReference, request: .shaped(.fullyQualifiedName),
        content: .reference),
      EntityField(
        "parent", .entityReference, request: .shaped(.fullyQualifiedName), content: .reference),
      .children, .usageCount, .flag("mutuallyExclusive"),
      EntityField("style", .style, request: .same, update: .keptWhenAbsent(.minor)),
      .provider, EntityField("disabled", .boolean), EntityField("deprecated", .boolean),
      .requested("associatedTags", .list(.text)),
      EntityField.owners.on(.since(1, 9)), EntityField.reviewers.on(.since(1, 13)),
      EntityField.entityStatus.on(.since(1, 13)),
      EntityField(
        "recognizers", .list(.object([], others: .kept)), request: .same, update: .list(.minor),
        lines: .since(1, 13)),
      EntityField(
        "autoClassificationEnabled", .boolean, request: .same, update: .keptWhenAbsent(.minor),
        lines: .since(1, 13)),
      EntityField(
        "autoClassificationPriority", .integer, request: .same, update: .keptWhenAbsent(.minor),
        lines: .since(1, 13)),
    ] + EntityField.domains + [EntityField.dataProducts.requested(.none), .dataContract]
}
