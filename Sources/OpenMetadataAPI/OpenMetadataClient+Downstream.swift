public import FullyQualifiedNames
import JSONDocuments
public import OpenMetadataEntities

/// What depends on a model, and who owns it.
extension OpenMetadataClient {
  /// The most steps that a server follows.
  public static let deepestLineage = 3

  /// What lies up to `deepestLineage` steps downstream of a model.
  ///
  /// - Throws: ``OpenMetadataError/notFound(_:)`` for a model that is not there, or is deleted.
  public func downstream(
    ofModel name: FullyQualifiedName
  ) async throws(OpenMetadataError) -> DownstreamLineage {
    guard let text = try? name.text(capabilities.quoting) else {
      throw .notFound("no server of this line has such a name")
    }
    let depth = String(OpenMetadataClient.deepestLineage)
    return try await read(
      ["lineage", "mlmodel", "name", text],
      query: [("upstreamDepth", "0"), ("downstreamDepth", depth)]
    ) { DownstreamLineage($0) }
  }

  /// The users and teams that own an entity of any type, inherited ones included.
  public func owners(
    of entity: EntityReference
  ) async throws(OpenMetadataError) -> [EntityReference] {
    try await read(
      OpenMetadataClient.collection(of: entity.type) + [entity.id], query: [("fields", "owners")]
    ) { document in
      document.object.map { _ in
        (document["owners"]?.array ?? []).compactMap { EntityReference($0) }
      }
    }
  }

  /// The path of a collection; types that are no kinds of ours have regular ones.
  private static func collection(of type: String) -> [String] {
    if let kind = NamedEntity.Kind(rawValue: type) { return [kind.collection] }
    switch type {
    case "dashboardDataModel": return ["dashboard", "datamodels"]
    case "searchIndex": return ["searchIndexes"]
    default: return [type + "s"]
    }
  }
}
