import Diagnostics
import FullyQualifiedNames
import OpenMetadataAPI
import OpenMetadataEntities

/// Finds the tables among which one that is not there may have been meant.
struct TableSearch: Sendable {
  let client: OpenMetadataClient

  /// The tables of a table's schema; when there are none such, those of the schema whose service,
  /// database and own name are each the nearest in spelling.
  func neighbours(of table: FullyQualifiedName) async throws(OpenMetadataError) -> [String] {
    guard let schema = table.parent else { return [] }
    let tables = try await self.tables(inSchema: schema)
    guard tables.isEmpty, table.parts.count == 4 else { return tables }
    var meant: [String] = []
    for part in schema.parts {
      let names = try await self.names(below: meant)
      let name =
        names.contains(part) ? part : SpellingSuggestion.best(for: part, among: names.sorted())
      guard let name else { return [] }
      meant.append(name)
    }
    return meant == schema.parts ? [] : try await self.tables(inSchema: FullyQualifiedName(meant))
  }

  private func tables(
    inSchema schema: FullyQualifiedName
  ) async throws(OpenMetadataError) -> [String] {
    do throws(OpenMetadataError) {
      return try await client.tables(inSchema: schema).map(\.fullyQualifiedName)
    } catch {
      // Some lines say so of a schema that is not there.
      if case .notFound = error { return [] }
      throw error
    }
  }

  /// The names of services, of the databases of a service, or of the schemas of a database.
  private func names(below parts: [String]) async throws(OpenMetadataError) -> [String] {
    if parts.isEmpty { return try await client.databaseServices() }
    let container = FullyQualifiedName(parts)
    return parts.count == 1
      ? try await client.databases(inService: container)
      : try await client.schemas(inDatabase: container)
  }
}
