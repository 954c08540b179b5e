import JSONDocuments

/// `policy`: rules that allow or deny operations.
struct PolicyKind: EntityKind {
  let type = "policy"
  let collection = "policies"

  let fields: [EntityField] =
    EntityField.base + [
      EntityField(
        "rules", .list(Self.rule), request: .same, required: true,
        content: .custom { (row, presenter) throws(CatalogFault) in
          PolicyKind.shown(row.document["rules"], presenter.context.line)
        }, update: .list(.minor)),
      EntityField("enabled", .boolean, request: .same, update: .keptWhenAbsent(.minor)),
      EntityField("provider", .words("system", "user")),
      .referring("roles", by: "policies", type: "role"),
      .referring("teams", by: "policies", type: "team"),
      EntityField("location", .any, request: .shaped(.text), view: .onDemand(empty: nil)),
      EntityField("allowDelete", .boolean), EntityField("allowEdit", .boolean),
      EntityField("disabled", .boolean), .owners,
    ] + EntityField.domains

  private static let rule = Shape.object([
    Shape.Member("name", .text, required: true),
    Shape.Member("fullyQualifiedName", .fullyQualifiedName),
    Shape.Member("description", .text),
    Shape.Member("effect", .words("allow", "deny"), required: true),
    Shape.Member("operations", .list(.text), required: true),
    Shape.Member("resources", .list(.text), required: true),
    Shape.Member("condition", .text),
  ])

  /// The rules without operations that the line does not know.
  static func shown(_ rules: JSON?, _ line: ServerLine) -> JSON? {
    guard let rules = rules?.array else { return nil }
    return .array(
      rules.map { rule in
        guard case .object(var object) = rule else { return rule }
        let operations = object["operations"]?.array ?? []
        object["operations"] = .array(
          operations.filter { operation in
            operation.string.flatMap(MetadataOperation.init(rawValue:))?.exists(on: line) ?? true
          })
        return .object(object)
      })
  }
}
