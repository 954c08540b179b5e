import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities

/// Reads what was written; caches of the server may lag, so it is asked again for five seconds.
struct ReadBack: Sendable {
  /// The pauses before the readings.
  static let usualPauses: [Duration] = [
    .zero, .milliseconds(500), .milliseconds(1500), .seconds(3),
  ]

  let client: OpenMetadataClient
  let pauses: [Duration]

  /// The model as it is, at least as new as `written` unless the server never shows that; nil when
  /// it is not there.
  ///
  /// - Throws: ``OpenMetadataError`` when the server does not answer.
  func model(after written: MlModel) async throws(OpenMetadataError) -> MlModel? {
    var latest: MlModel?
    for pause in pauses {
      await ReadBack.sleep(pause)
      latest = try await client.model(named: written).entity
      if let latest, latest.isAsNew(as: written) { return latest }
    }
    return latest
  }

  /// The edges into a model, read again as long as `isSettled` says no.
  ///
  /// - Throws: ``OpenMetadataError`` when the server does not answer.
  func edges(
    into id: String, until isSettled: ([LineageEdge]) -> Bool
  ) async throws(OpenMetadataError) -> [LineageEdge] {
    var latest: [LineageEdge] = []
    for pause in pauses {
      await ReadBack.sleep(pause)
      latest = try await client.upstreamEdges(ofModel: id)
      if isSettled(latest) { break }
    }
    return latest
  }

  private static func sleep(_ pause: Duration) async {
    guard pause > .zero else { return }
    // Cancelled or not, the next reading is what is wanted.
    try? await Task.sleep(for: pause)
  }
}

extension MlModel {
  /// Whether this reading is as new as another: changed later, or at the same time and no older.
  func isAsNew(as other: MlModel) -> Bool {
    let (own, others) = (updatedAt.integer ?? 0, other.updatedAt.integer ?? 0)
    if own != others { return own > others }
    return (version.double ?? 0) >= (other.version.double ?? 0)
  }

  /// Whether nobody changed the model between two readings.
  func isSameVersion(_ version: JSONNumber, _ updatedAt: JSONNumber) -> Bool {
    self.version == version && self.updatedAt == updatedAt
  }
}
