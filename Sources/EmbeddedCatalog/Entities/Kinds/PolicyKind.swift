/// `policy`: rules that allow or deny operations.
struct PolicyKind: EntityKind {
  let type = "policy"
  let collection = "policies"

  let fields: [EntityField] =
    EntityField.base + [
      EntityField(
        "rules", .list(Self.rule), request: .same, required: true, update: .list(.minor)),
      EntityField("enabled", .boolean, request: .same, update: .keptWhenAbsent(.minor)),
      EntityField("provider", .words("system", "user")),
    ]

  private static let rule = Shape.object([
    Shape.Member("name", .text, required: true),
    Shape.Member("fullyQualifiedName", .fullyQualifiedName),
    Shape.Member("description", .text),
    Shape.Member("effect", .words("allow", "deny"), required: true),
    Shape.Member("operations", .list(.text), required: true),
    Shape.Member("resources", .list(.text), required: true),
    Shape.Member("condition", .text),
  ])
}
