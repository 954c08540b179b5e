public import FullyQualifiedNames
import JSONDocuments
public import OpenMetadataEntities

/// Entities by name: not found, forbidden and deleted are told apart.
extension OpenMetadataClient {
  /// A table with its columns, their tags and its own.
  public func table(
    named name: FullyQualifiedName
  ) async throws(OpenMetadataError) -> Lookup<Table> {
    try await lookUp(["tables"], name, fields: ["columns", "tags"]) { Table($0) }
  }

  /// A model with every field that a write could touch.
  public func model(
    named name: FullyQualifiedName
  ) async throws(OpenMetadataError) -> Lookup<MlModel> {
    try await lookUp(["mlmodels"], name, fields: capabilities.modelFields) { MlModel($0) }
  }

  /// A model with every field that it is described by.
  public func describedModel(
    named name: FullyQualifiedName
  ) async throws(OpenMetadataError) -> Lookup<MlModel> {
    try await lookUp(["mlmodels"], name, fields: capabilities.describedModelFields) {
      MlModel($0)
    }
  }

  /// The table of an id.
  public func table(id: String) async throws(OpenMetadataError) -> Lookup<Table> {
    try await lookUp(["tables", id], []) { Table($0) }
  }

  /// An ML model service.
  public func service(
    named name: String
  ) async throws(OpenMetadataError) -> Lookup<MlModelService> {
    try await lookUp(["services", "mlmodelServices"], FullyQualifiedName([name])) {
      MlModelService($0)
    }
  }

  /// A user; the server keeps user names in lower case.
  public func user(named name: String) async throws(OpenMetadataError) -> Lookup<User> {
    try await lookUpPlain("users", name.lowercased()) { User($0) }
  }

  /// A team.
  public func team(named name: String) async throws(OpenMetadataError) -> Lookup<Team> {
    try await lookUpPlain("teams", name) { Team($0) }
  }

  /// The label for a tag of a classification, such as `PII.Sensitive`.
  public func tag(
    named name: FullyQualifiedName
  ) async throws(OpenMetadataError) -> Lookup<TagLabel> {
    try await lookUp(["tags"], name) { document in
      document["fullyQualifiedName"]?.string.map { TagLabel(tagFQN: $0) }
    }
  }

  /// Any thing that can be referred to by name.
  public func entity(
    _ entity: NamedEntity
  ) async throws(OpenMetadataError) -> Lookup<EntityReference> {
    let shape = { (document: JSON) in EntityReference(document, type: entity.kind.rawValue) }
    let name = entity.fullyQualifiedName
    if entity.kind.isPerson {
      let name = entity.kind == .user ? name.lowercased() : name
      return try await lookUpPlain(entity.kind.collection, name, shape: shape)
    }
    guard let name = try? FullyQualifiedName(parsing: name) else { return .notFound }
    return try await lookUp([entity.kind.collection], name, shape: shape)
  }

  /// The custom properties that ML models may have.
  public func customProperties() async throws(OpenMetadataError) -> Lookup<[CustomProperty]> {
    try await lookUp(["metadata", "types", "name", "mlmodel"], ["customProperties"]) {
      CustomProperty.all(of: $0)
    }
  }

  /// Names of people are taken as they are; some lines want one with a dot in quotes.
  private func lookUpPlain<Entity>(
    _ collection: String, _ name: String, shape: (JSON) -> Entity?
  ) async throws(OpenMetadataError) -> Lookup<Entity> {
    let plain = try await lookUp([collection, "name", name], [], shape: shape)
    guard case .notFound = plain, name.contains(".") else { return plain }
    return try await lookUp([collection], FullyQualifiedName([name]), shape: shape)
  }

  private func lookUp<Entity>(
    _ collection: [String], _ name: FullyQualifiedName, fields: [String] = [],
    shape: (JSON) -> Entity?
  ) async throws(OpenMetadataError) -> Lookup<Entity> {
    // A name that the server's line cannot even write names nothing there.
    guard let text = try? name.text(capabilities.quoting) else { return .notFound }
    return try await lookUp(collection + ["name", text], fields, named: text, shape: shape)
  }

  private func lookUp<Entity>(
    _ path: [String], _ fields: [String], named name: String? = nil, shape: (JSON) -> Entity?
  ) async throws(OpenMetadataError) -> Lookup<Entity> {
    let wanted = fields.isEmpty ? [] : [("fields", fields.joined(separator: ","))]
    do throws(OpenMetadataError) {
      let document = try await read(path, query: wanted + [("include", "all")]) { $0 }
      try demand(document, "fullyQualifiedName", is: name)
      let entity = try decode(document, of: path, as: shape)
      return document["deleted"]?.bool == true ? .deleted(entity) : .found(entity)
    } catch {
      switch error {
      case .notFound: return .notFound
      case .forbidden(let message): return .forbidden(message)
      default: throw error
      }
    }
  }
}

extension NamedEntity.Kind {
  /// The last step of the path of a collection of the REST API.
  var collection: String {
    switch self {
    case .glossary: "glossaries"
    case .query: "queries"
    default: rawValue + "s"
    }
  }
}

extension EntityReference {
  /// The reference to an entity as it was read; nil without id or name.
  fileprivate init?(_ entity: JSON, type: String) {
    guard let id = entity["id"]?.string, let name = entity["name"]?.string else { return nil }
    self.init(
      id: id, type: type, name: name,
      fullyQualifiedName: entity["fullyQualifiedName"]?.string ?? name,
      displayName: entity["displayName"]?.string,
      // Glossary terms had a status of their own before every entity got one in 1.10.
      status: (entity["entityStatus"] ?? entity["status"])?.string)
  }
}
