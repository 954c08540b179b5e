import FullyQualifiedNames
import JSONDocuments

/// A kind of entity: its fields, references and rules.
protocol EntityKind: Sendable {
  /// OpenMetadata's name of the type, such as `mlmodel`.
  var type: String { get }

  /// The path below `/api/v1`, such as `services/mlmodelServices`.
  var collection: String { get }

  /// The fields of all lines.
  var fields: [EntityField] { get }

  /// The containers, by the member of the create request that names them; the first that is there.
  var containers: [EntityContainer] { get }

  /// Fields that show what the entity's forebear has while it has nothing of its own.
  var inheritedFields: Set<String> { get }

  /// The entity from which one inherits; nil when there is none.
  func forebear(of row: EntityRow, in context: CatalogContext) throws(CatalogFault) -> EntityRow?

  /// Whether what lies in a deleted entity goes with it unasked.
  var removesContents: Bool { get }

  /// Query parameters that narrow a list.
  var filters: [ListFilter] { get }

  /// The name under which an entity is kept.
  func storedName(_ name: String) -> String

  /// What a name adds to the fully qualified name of the container.
  func nameParts(_ name: String) -> [String]

  /// Fills what the server computes and checks what it refers to.
  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault)

  /// Whatever a create request brings with it once the entity is stored.
  func written(
    _ row: EntityRow, isNew: Bool, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault)

  /// Refuses requests that only some may send.
  func authorize(_ request: JSONObject, in context: CatalogContext) throws(CatalogFault)

  /// Members that only administrators may change.
  var administeredMembers: Set<String> { get }

  /// Requests only this kind answers.
  var routes: [Route] { get }
}

extension EntityKind {
  var containers: [EntityContainer] { [] }
  var inheritedFields: Set<String> { ["owners", "domain", "domains"] }
  var removesContents: Bool { false }
  var filters: [ListFilter] { [] }
  var routes: [Route] { [] }
  var administeredMembers: Set<String> { [] }

  func storedName(_ name: String) -> String { name }
  func nameParts(_ name: String) -> [String] { [name] }

  func complete(
    _ document: inout JSONObject, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {}

  func written(
    _ row: EntityRow, isNew: Bool, request: JSONObject, in context: CatalogContext
  ) throws(CatalogFault) {}

  func authorize(_ request: JSONObject, in context: CatalogContext) throws(CatalogFault) {}

  /// The container it lies in.
  func forebear(of row: EntityRow, in context: CatalogContext) throws(CatalogFault) -> EntityRow? {
    guard let parent = try context.session.incoming(.contains, of: row.id).first else { return nil }
    return try context.session.entity(id: parent.source)
  }

  /// Whether a deleted entity is kept, so that it can be restored.
  var isSoftDeletable: Bool { fields.contains { $0.name == "deleted" } }

  /// The fields this line knows.
  func fields(_ line: ServerLine) -> [EntityField] { fields.filter { $0.lines.contains(line) } }

  /// The fully qualified name that a client means by a text.
  ///
  /// What lies in nothing may be called by its bare name, even where that has to be quoted.
  func lookupName(_ text: String, line: ServerLine) -> String {
    let name = storedName(text)
    guard containers.isEmpty, nameParts(name).count == 1,
      (try? FullyQualifiedName(parsing: name))?.parts.count != 1,
      let quoted = try? FullyQualifiedName([name]).text(line.quoting)
    else { return name }
    return quoted
  }
}
