import Diagnostics
import FullyQualifiedNames
import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities

/// Finds the models that `pull` is asked for, or says what may have been meant.
struct PullSearch: Sendable {
  /// The models in the order of their names.
  struct Found: Sendable {
    let models: [MlModel]
    /// How many more there are that were deleted.
    var deletedCount = 0
  }

  let client: OpenMetadataClient

  /// The models of a target.
  func models(of target: PullTarget) async throws(OpenMetadataError) -> Result<Found, Failure> {
    switch target {
    case .model(let name):
      let text = Self.text(name)
      switch try await client.describedModel(named: name) {
      case .found(let model): return .success(Found(models: [model]))
      case .deleted:
        return .failure(
          Self.nothing("the model `\(text)` was deleted in the catalog", "restore it there first"))
      case .forbidden(let message): throw .forbidden(message)
      case .notFound:
        let hint = try await suggestion(for: name)
        return .failure(Self.nothing("the catalog has no model `\(text)`", hint))
      }
    case .service(let name):
      switch try await client.service(named: name) {
      case .found: return try await models(inService: name)
      case .deleted:
        return .failure(
          Self.nothing("the service `\(name)` was deleted in the catalog", "restore it there first")
        )
      case .forbidden(let message): throw .forbidden(message)
      case .notFound:
        let names = try await client.services().filter { !$0.isDeleted }.map(\.name)
        return .failure(
          Self.nothing(
            "the catalog has no ML model service `\(name)`", Self.suggestion(name, names.sorted())))
      }
    }
  }

  /// The models with the names of tables that their features know by id only.
  func namingTables(of models: [MlModel]) async throws(OpenMetadataError) -> [MlModel] {
    let ids = Set(models.flatMap { Self.unnamedTables($0.document) })
    if ids.isEmpty { return models }
    var names: [String: Table] = [:]
    for id in ids.sorted() {
      if case .found(let table) = try await client.table(id: id) { names[id] = table }
    }
    return models.map { model in
      MlModel(Self.naming(model.document, names)) ?? model
    }
  }

  private func models(
    inService name: String
  ) async throws(OpenMetadataError) -> Result<Found, Failure> {
    let service = FullyQualifiedName([name])
    let models = try await client.models(inService: service)
    let deletedCount = try await client.deletedModelCount(inService: service)
    guard !models.isEmpty else {
      let deleted = deletedCount == 0 ? "" : ", but for \(deletedCount) that were deleted"
      return .failure(
        Self.nothing("the service `\(name)` holds no model\(deleted)", "begin with mlcatalog init"))
    }
    return .success(
      Found(
        models: models.sorted { $0.fullyQualifiedName < $1.fullyQualifiedName },
        deletedCount: deletedCount))
  }

  // MARK: Suggestions

  private func suggestion(for model: FullyQualifiedName) async throws(OpenMetadataError) -> String?
  {
    let services = try await client.services().filter { !$0.isDeleted }.map(\.name).sorted()
    if services.contains(model.parts.joined(separator: ".")) {
      return "there is a service of that name: give --service \(model.parts.joined(separator: "."))"
    }
    guard let service = model.parts.first, services.contains(service) else {
      return Self.suggestion(model.parts.first ?? "", services)
    }
    let names = try await client.modelNames(inService: FullyQualifiedName([service])).sorted()
    if let meant = SpellingSuggestion.best(for: model.last, among: names) {
      return "did you mean `\(Self.text(FullyQualifiedName([service, meant])))`?"
    }
    return names.isEmpty
      ? "the service `\(service)` holds no model"
      : "the models of `\(service)` are \(Self.list(names))"
  }

  private static func suggestion(_ name: String, _ services: [String]) -> String? {
    if let meant = SpellingSuggestion.best(for: name, among: services) {
      return "did you mean the service `\(meant)`?"
    }
    return services.isEmpty ? "it has none" : "its ML model services are \(list(services))"
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    return shown + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }

  private static func nothing(_ message: String, _ hint: String?) -> Failure {
    Failure(.nothingToPull, message, hint, .noInput)
  }

  private static func text(_ name: FullyQualifiedName) -> String {
    (try? name.text(.doublesQuotes)) ?? name.parts.joined(separator: ".")
  }

  // MARK: Tables by id

  private static func unnamedTables(_ document: JSON) -> [String] {
    (document["mlFeatures"]?.array ?? []).flatMap { feature in
      (feature["featureSources"]?.array ?? []).compactMap { source in
        guard let table = EntityReference(source["dataSource"]), table.type == "table",
          table.fullyQualifiedName == nil
        else { return nil }
        return table.id
      }
    }
  }

  private static func naming(_ document: JSON, _ names: [String: Table]) -> JSON {
    guard var object = document.object, let features = object["mlFeatures"]?.array else {
      return document
    }
    object["mlFeatures"] = .array(
      features.map { feature in
        guard var named = feature.object, let sources = named["featureSources"]?.array else {
          return feature
        }
        named["featureSources"] = .array(
          sources.map { source in
            guard var named = source.object, let id = named["dataSource"]?["id"]?.string,
              named["dataSource"]?["fullyQualifiedName"] == nil, let table = names[id]
            else { return source }
            named["dataSource"] = table.reference.document
            return .object(named)
          })
        return .object(named)
      })
    return .object(object)
  }
}
