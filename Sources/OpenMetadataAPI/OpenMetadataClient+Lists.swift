public import FullyQualifiedNames
import JSONDocuments
public import OpenMetadataEntities

/// Lists, read page by page.
extension OpenMetadataClient {
  /// All ML model services that the caller may see, soft-deleted ones included.
  public func services() async throws(OpenMetadataError) -> [MlModelService] {
    try await list(["services", "mlmodelServices"], [("include", "all")]) { MlModelService($0) }
  }

  /// The models of a service with every field that they are described by; deleted and forbidden
  /// ones are left out.
  ///
  /// Whole models are large, so that a page holds a hundred of them.
  public func models(
    inService service: FullyQualifiedName
  ) async throws(OpenMetadataError) -> [MlModel] {
    let fields = capabilities.describedModelFields.joined(separator: ",")
    let query = [("service", try text(of: service)), ("fields", fields)]
    return try await list(["mlmodels"], query, pageSize: 100) { MlModel($0) }
  }

  /// How many models of a service are soft-deleted.
  public func deletedModelCount(
    inService service: FullyQualifiedName
  ) async throws(OpenMetadataError) -> Int {
    let query = [("service", try text(of: service)), ("include", "deleted"), ("limit", "0")]
    return try await read(["mlmodels"], query: query) { document in
      document["paging"]?["total"]?.integer.map { Int($0) }
    }
  }

  /// The names of the models of a service, unquoted.
  public func modelNames(
    inService service: FullyQualifiedName
  ) async throws(OpenMetadataError) -> [String] {
    let query = [("service", try text(of: service))]
    return try await list(["mlmodels"], query) { $0["name"]?.string }
  }

  /// The tables of a schema with their columns; deleted and forbidden ones are left out.
  public func tables(
    inSchema schema: FullyQualifiedName
  ) async throws(OpenMetadataError) -> [Table] {
    let query = [("databaseSchema", try text(of: schema)), ("fields", "columns,tags")]
    return try await list(["tables"], query) { Table($0) }
  }

  /// How many tables a schema has.
  public func tableCount(
    inSchema schema: FullyQualifiedName
  ) async throws(OpenMetadataError) -> Int {
    let query = [("databaseSchema", try text(of: schema)), ("limit", "0")]
    return try await read(["tables"], query: query) { document in
      document["paging"]?["total"]?.integer.map { Int($0) }
    }
  }

  /// The names of all database services.
  public func databaseServices() async throws(OpenMetadataError) -> [String] {
    try await list(["services", "databaseServices"], []) { $0["name"]?.string }
  }

  /// The names of the databases of a service.
  public func databases(
    inService service: FullyQualifiedName
  ) async throws(OpenMetadataError) -> [String] {
    try await list(["databases"], [("service", try text(of: service))]) { $0["name"]?.string }
  }

  /// The names of the schemas of a database.
  public func schemas(
    inDatabase database: FullyQualifiedName
  ) async throws(OpenMetadataError) -> [String] {
    let query = [("database", try text(of: database))]
    return try await list(["databaseSchemas"], query) { $0["name"]?.string }
  }

  /// The fully qualified names of the tags of a classification; none when there is none such.
  public func tags(
    inClassification classification: FullyQualifiedName
  ) async throws(OpenMetadataError) -> [String] {
    let query = [("parent", try text(of: classification))]
    return try await list(["tags"], query) { $0["fullyQualifiedName"]?.string }
  }

  /// The names of all classifications.
  public func classifications() async throws(OpenMetadataError) -> [String] {
    try await list(["classifications"], []) { $0["name"]?.string }
  }

  /// The names of things of a kind, no more than a thousand of them: enough to suggest one.
  public func names(of kind: NamedEntity.Kind) async throws(OpenMetadataError) -> [String] {
    try await read([kind.collection], query: [("limit", "1000")]) { document in
      document["data"]?.array?.compactMap { $0["fullyQualifiedName"]?.string }
    }
  }

  private func text(of name: FullyQualifiedName) throws(OpenMetadataError) -> String {
    do throws(FullyQualifiedNameError) {
      return try name.text(capabilities.quoting)
    } catch {
      throw .notFound(error.description)
    }
  }

  private func list<Entity>(
    _ path: [String], _ query: [(String, String)], pageSize: Int = 1000,
    as shape: (JSON) -> Entity?
  ) async throws(OpenMetadataError) -> [Entity] {
    var entities: [Entity] = []
    var cursors = Set<String>()
    var query = query + [("limit", String(pageSize))]
    while true {
      let page = try await read(path, query: query) { $0 }
      for element in try decode(page["data"], of: path, as: \.array) {
        entities.append(try decode(element, of: path, as: shape))
      }
      guard let cursor = page["paging"]?["after"]?.string, !cursor.isEmpty else { return entities }
      guard cursors.insert(cursor).inserted else {
        throw .invalidAnswer("the pages of '\(path[0])' lead in a circle")
      }
      query.removeAll { $0.0 == "after" }
      query.append(("after", cursor))
    }
  }
}
