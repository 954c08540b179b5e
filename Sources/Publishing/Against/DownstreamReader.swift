import FullyQualifiedNames
import HTTPClient
import OpenMetadataAPI
import OpenMetadataEntities

/// Asks the catalog what depends on models: one request for each, and one for the owners of each
/// thing shown.
public struct DownstreamReader: Sendable {
  /// Of how many models the lineage is read.
  static let modelLimit = 50
  /// How many assets of a model are shown.
  public static let assetLimit = 20
  /// Of how many assets the owners are read.
  static let ownerLimit = 100

  let client: OpenMetadataClient

  /// What depends on each model.
  ///
  /// - Parameter names: Fully qualified names, those that matter most first.
  func impacts(of names: [String]) async -> [String: DownstreamImpact] {
    var impacts: [String: DownstreamImpact] = [:]
    var lineages: [String: DownstreamLineage] = [:]
    for name in names.dropFirst(DownstreamReader.modelLimit) { impacts[name] = .notAsked }
    let asked = Array(names.prefix(DownstreamReader.modelLimit))
    let client = client
    let answers = await SideBySide.outcomes(of: asked) { name throws(OpenMetadataError) in
      guard let parsed = try? FullyQualifiedName(parsing: name) else { throw .notFound(name) }
      return try await client.downstream(ofModel: parsed)
    }
    for (name, answer) in answers {
      switch answer {
      case .success(let lineage): lineages[name] = lineage
      case .failure(.notFound): impacts[name] = .notPublished
      case .failure(let error): impacts[name] = .unknown(error.description)
      }
    }
    let owners = await owners(asked.compactMap { lineages[$0] })
    for (name, lineage) in lineages {
      impacts[name] = .known(DownstreamReader.assets(lineage, owners))
    }
    return impacts
  }

  /// The owners of what is shown, by id; an asset whose owners cannot be read has none here.
  private func owners(_ lineages: [DownstreamLineage]) async -> [String: [String]] {
    var seen: Set<String> = []
    let shown = lineages.flatMap { $0.nodes.prefix(DownstreamReader.assetLimit) }
      .map(\.reference).filter { seen.insert($0.id).inserted }
    let client = client
    let answers = await SideBySide.answers(about: shown.prefix(DownstreamReader.ownerLimit)) {
      asset in try? await client.owners(of: asset)
    }
    var owners: [String: [String]] = [:]
    for (asset, answer) in answers { owners[asset.id] = answer?.map(\.ownerName) }
    return owners
  }

  private static func assets(
    _ lineage: DownstreamLineage, _ owners: [String: [String]]
  ) -> DownstreamImpact.Assets {
    let nearest = lineage.nodes.prefix(assetLimit).map { node in
      DownstreamAsset(
        type: node.reference.type, fullyQualifiedName: node.reference.shownName,
        distance: node.distance, owners: owners[node.reference.id])
    }
    var counts: [String: Int] = [:]
    for node in lineage.nodes { counts[node.reference.type, default: 0] += 1 }
    return DownstreamImpact.Assets(
      nearest: nearest, countsByType: counts,
      mayGoOn: lineage.nodes.contains { $0.distance >= OpenMetadataClient.deepestLineage })
  }
}

extension EntityReference {
  /// An owner as manifests write it.
  fileprivate var ownerName: String {
    let name = name ?? shownName
    return type == "team" ? "team:\(name)" : name
  }
}
