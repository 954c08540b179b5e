import FullyQualifiedNames
import OpenMetadataAPI
import OpenMetadataEntities

/// Reads many tables of one schema by listing it, where that takes fewer requests than asking for
/// each.
struct SchemaListing: Sendable {
  /// Fewer tables are asked for one by one.
  private static let threshold = 20
  /// The list is read only when at least one in so many of its tables is wanted.
  private static let share = 4

  let client: OpenMetadataClient

  /// The wanted tables that the lists show; deleted and forbidden ones are never among them.
  func tables(
    _ names: [String]
  ) async throws(OpenMetadataError) -> [String: Table] {
    let schemas = Dictionary(grouping: names) { (try? FullyQualifiedName(parsing: $0))?.parent }
    var found: [String: Table] = [:]
    for (schema, names) in schemas where names.count > SchemaListing.threshold {
      guard let schema else { continue }
      let wanted = Set(names)
      for table in try await list(schema, wantedCount: wanted.count)
      where wanted.contains(table.fullyQualifiedName) {
        found[table.fullyQualifiedName] = table
      }
    }
    return found
  }

  private func list(
    _ schema: FullyQualifiedName, wantedCount: Int
  ) async throws(OpenMetadataError) -> [Table] {
    do throws(OpenMetadataError) {
      let total = try await client.tableCount(inSchema: schema)
      guard wantedCount * SchemaListing.share >= total else { return [] }
      return try await client.tables(inSchema: schema)
    } catch {
      switch error {
      // Asking for each table says what is the matter.
      case .notFound, .forbidden, .refused, .serverError, .invalidAnswer: return []
      default: throw error
      }
    }
  }
}
