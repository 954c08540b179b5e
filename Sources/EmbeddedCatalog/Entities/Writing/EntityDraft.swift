import FullyQualifiedNames
import JSONDocuments

/// What a create request asks for, before it is known whether the entity exists.
struct EntityDraft {
  let kind: any EntityKind
  let request: JSONObject
  let name: String
  let fullyQualifiedName: String
  let container: EntityRow?

  /// - Throws: 400 for a request that does not fit, 404 for a container that does not exist.
  init(_ kind: any EntityKind, _ body: JSONObject, in context: CatalogContext) throws(CatalogFault)
  {
    self.kind = kind
    let members = kind.fields(context.line).compactMap { $0.requestMember(context.line) }
    let request = try ShapeReader(line: context.line).object(body, members, at: "")
    self.request = request
    name = kind.storedName(request["name"]?.string ?? "")
    var parts: [String] = []
    if let rule = kind.containers.first(where: { request[$0.member] != nil }),
      let parent = request[rule.member]?.string
    {
      let found = try context.existing(rule.type, named: parent)
      container = found
      parts = try Self.parts(found.fullyQualifiedName)
    } else {
      container = nil
    }
    fullyQualifiedName = try Self.text(parts + kind.nameParts(name), context.line)
  }

  /// The entity that the request describes, references resolved and checked.
  func document(in context: CatalogContext) throws(CatalogFault) -> JSONObject {
    var document = JSONObject()
    let references = ReferenceCheck(context)
    for field in kind.fields(context.line) {
      guard let value = request[field.name] else { continue }
      switch field.update {
      case .owners: document[field.name] = .array(try references.owners(value))
      case .tags: document[field.name] = .array(try TagCheck(context).stored(value))
      case .domains:
        let names: JSON = value.array == nil ? [value] : value
        let found = try references.named("domain", names)
        document[field.name] = value.array == nil ? found.first : .array(found)
      case .dataProducts: document[field.name] = .array(try dataProducts(value, in: context))
      case .customProperties:
        try CustomPropertyCheck.check(value, kind, in: context)
        document[field.name] = value
      default:
        switch (field.request, field.content) {
        case (.shaped, _): continue
        case (_, .references): document[field.name] = .array(try references.references(value))
        case (_, .reference): document[field.name] = try references.reference(value)
        default: document[field.name] = value
        }
      }
      if document[field.name] == [] { document[field.name] = nil }
    }
    document["name"] = .string(name)
    document["fullyQualifiedName"] = .string(fullyQualifiedName)
    if let container { settle(&document, in: container) }
    try kind.complete(&document, request: request, in: context)
    return document
  }

  /// Shows where the entity lies.
  private func settle(
    _ document: inout JSONObject, in container: EntityRow
  ) {
    guard let rule = kind.containers.first(where: { request[$0.member] != nil }) else { return }
    document[rule.member] = ReferenceCheck.stored(container)
    for member in rule.passedOn { document[member] = container.document[member] }
  }

  private func dataProducts(_ value: JSON, in context: CatalogContext) throws(CatalogFault)
    -> [JSON]
  {
    if value == [] { return [] }
    if request["domain"] == nil, request["domains"] == nil {
      throw .badRequest("Domain cannot be empty when data products are provided.")
    }
    return try ReferenceCheck(context).named("dataProduct", value)
  }

  /// The unquoted parts of a name.
  static func parts(_ text: String) throws(CatalogFault) -> [String] {
    do { return try FullyQualifiedName(parsing: text).parts } catch {
      throw .badRequest("Invalid fully qualified name \(text): \(error)")
    }
  }

  /// The quoted name.
  static func text(_ parts: [String], _ line: ServerLine) throws(CatalogFault) -> String {
    do { return try FullyQualifiedName(parts).text(line.quoting) } catch {
      throw .badRequest("Invalid name \(parts.last ?? ""): \(error)")
    }
  }
}
