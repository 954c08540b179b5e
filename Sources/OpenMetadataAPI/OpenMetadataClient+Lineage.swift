public import FullyQualifiedNames
import HTTPClient
public import JSONDocuments
public import OpenMetadataEntities

/// The edges that lead to a model.
extension OpenMetadataClient {
  /// The upstream edges of a model.
  public func upstreamEdges(ofModel id: String) async throws(OpenMetadataError) -> [LineageEdge] {
    try await upstreamEdges(["lineage", "mlmodel", id], of: ("id", id))
  }

  /// The upstream edges of a model by its name, so that they can be read side by side with the model
  /// itself; a model that is not there has none.
  public func upstreamEdges(
    ofModel name: FullyQualifiedName
  ) async throws(OpenMetadataError) -> [LineageEdge] {
    guard let text = try? name.text(capabilities.quoting) else { return [] }
    do throws(OpenMetadataError) {
      return try await upstreamEdges(
        ["lineage", "mlmodel", "name", text], of: ("fullyQualifiedName", text))
    } catch {
      if case .notFound = error { return [] }
      throw error
    }
  }

  private func upstreamEdges(
    _ path: [String], of entity: (member: String, value: String)
  ) async throws(OpenMetadataError) -> [LineageEdge] {
    let query = [("upstreamDepth", "1"), ("downstreamDepth", "0")]
    let document = try await read(path, query: query) { $0.object.map { JSON.object($0) } }
    try demand(document["entity"], entity.member, is: entity.value)
    return LineageEdge.upstream(of: document)
  }

  /// Writes an edge; what `lineageDetails` it had is replaced as a whole.
  public func putEdge(
    from source: EntityReference, to target: EntityReference, details: JSON
  ) async throws(OpenMetadataError) {
    let edge: JSON = [
      "fromEntity": ["id": .string(source.id), "type": .string(source.type)],
      "toEntity": ["id": .string(target.id), "type": .string(target.type)],
      "lineageDetails": details,
    ]
    _ = try await call(.put, ["lineage"], body: ["edge": edge])
  }

  /// Removes an edge; one that is not there any more is no error.
  public func deleteEdge(
    from source: EntityReference, to target: EntityReference
  ) async throws(OpenMetadataError) {
    do throws(OpenMetadataError) {
      _ = try await call(.delete, ["lineage", source.type, source.id, target.type, target.id])
    } catch {
      guard case .notFound = error else { throw error }
    }
  }
}
