import FullyQualifiedNames
import OpenMetadataAPI
import OpenMetadataEntities

extension OpenMetadataClient {
  /// The model as it is now, by the name that another reading gave.
  func model(named model: MlModel) async throws(OpenMetadataError) -> Lookup<MlModel> {
    try await self.model(named: model.fullyQualifiedName)
  }

  /// A model by its name as text.
  func model(named name: String) async throws(OpenMetadataError) -> Lookup<MlModel> {
    guard let name = try? FullyQualifiedName(parsing: name) else { return .notFound }
    return try await self.model(named: name)
  }
}
