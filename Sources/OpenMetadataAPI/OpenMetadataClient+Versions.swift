import HTTPClient
import JSONDocuments
public import OpenMetadataEntities

extension OpenMetadataClient {
  /// How many versions are read one by one.
  private static let mostSingleVersions = 50

  /// The versions of a model, newest first, as they were stored.
  ///
  /// Servers give all of them at once, and fail or send too much when there are very many; then the
  /// last 50 are read one by one.
  ///
  /// - Throws: ``OpenMetadataError`` also when one of them cannot be read: who wrote what must not
  ///   be guessed from a history with holes.
  public func versions(ofModel id: String) async throws(OpenMetadataError) -> [MlModel] {
    do throws(OpenMetadataError) {
      return try await read(["mlmodels", id, "versions"]) { document in
        guard let versions = document["versions"]?.array else { return nil }
        let models = versions.compactMap { OpenMetadataClient.version($0) }
        return models.count == versions.count ? models : nil
      }
    } catch {
      guard error.mayBeOfSize else { throw error }
      return try await lastVersions(ofModel: id)
    }
  }

  /// The last versions: each tells which one was before it.
  private func lastVersions(ofModel id: String) async throws(OpenMetadataError) -> [MlModel] {
    let current = try await read(["mlmodels", id], query: [("include", "all")]) { MlModel($0) }
    var versions: [MlModel] = []
    var next: JSONNumber? = current.version
    while let number = next, versions.count < Self.mostSingleVersions {
      let version = try await read(["mlmodels", id, "versions", number.lexeme]) { MlModel($0) }
      versions.append(version)
      let previous = version.document["changeDescription"]?["previousVersion"]?.number
      next = previous == number ? nil : previous
    }
    return versions
  }

  /// A stored version is a JSON text inside a JSON string.
  private static func version(_ element: JSON) -> MlModel? {
    guard let text = element.string else { return MlModel(element) }
    return (try? JSON(parsing: text)).flatMap { MlModel($0) }
  }
}

extension OpenMetadataError {
  /// Whether the answer may have been more than the server can give, or the client takes.
  fileprivate var mayBeOfSize: Bool {
    switch self {
    case .unreachable(let error): error.kind == .tooLarge
    case .serverError: true
    default: false
    }
  }
}
