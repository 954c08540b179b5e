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
      EntityField(
        "mutuallyExclusive", .boolean, request: .same, update: .keptWhenAbsent(.minor)),
      EntityField("style", .style, request: .same, update: .keptWhenAbsent(.minor)),
      EntityField("provider", .words("system", "user"), request: .same),
      EntityField("disabled", .boolean),
      EntityField("deprecated", .boolean),
    ]
}
