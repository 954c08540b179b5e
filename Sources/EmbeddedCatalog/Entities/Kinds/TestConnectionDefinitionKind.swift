/// `testConnectionDefinition`: the steps by which a client tries a connection.
struct TestConnectionDefinitionKind: EntityKind {
  let type = "testConnectionDefinition"
  let collection = "services/testConnectionDefinitions"

  let fields: [EntityField] =
    EntityField.base + [
      EntityField("steps", .list(Self.step), request: .same, required: true),
      .owners,
    ] + EntityField.domains

  func nameParts(_ name: String) -> [String] { [name, type] }

  private static let step = Shape.object([
    Shape.Member("name", .text, required: true),
    Shape.Member("description", .text, required: true),
    Shape.Member("errorMessage", .text),
    Shape.Member("mandatory", .boolean, required: true),
    Shape.Member("shortCircuit", .boolean),
  ])
}
