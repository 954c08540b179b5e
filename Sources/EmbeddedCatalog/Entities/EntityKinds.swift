/// The kinds of entities this catalog knows.
struct EntityKinds: Sendable {
  let all: [any EntityKind]
  private let byType: [String: any EntityKind]

  init(_ kinds: [any EntityKind]) {
    all = kinds
    byType = Dictionary(kinds.map { ($0.type, $0) }) { first, _ in first }
  }

  subscript(type: String) -> (any EntityKind)? { byType[type] }

  /// Everything there is; a new kind is one file and one line here.
  static let standard = EntityKinds([
    DatabaseServiceKind(), DatabaseKind(), DatabaseSchemaKind(), TableKind(),
    StoredProcedureKind(),
    MlModelServiceKind(), MlModelKind(), DashboardServiceKind(), DashboardKind(),
    UserKind(), TeamKind(), RoleKind(), PolicyKind(), BotKind(),
    ClassificationKind(), TagKind(), GlossaryKind(), GlossaryTermKind(),
    DomainKind(), DataProductKind(), TypeKind(), TestConnectionDefinitionKind(),
  ])
}
