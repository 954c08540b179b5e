import Diagnostics
import JSONDocuments
import Publishing
import Reconciler

extension JSON {
  /// `comparison` of a report: what a pull request changes.
  init(comparison: ReferenceComparison) {
    let manifests = comparison.manifests
    self = [
      "reference": .string(comparison.reference),
      "commit": .string(comparison.commit),
      "mergeBase": .string(comparison.mergeBase),
      "breaking": .bool(manifests.isBreaking),
      "models": .array(
        manifests.models.map { model in
          JSON(compared: model, comparison.downstream[model.publishedName])
        }),
      "unchanged": .number(JSONNumber(manifests.unchanged)),
      "notCompared": .number(JSONNumber(comparison.notCompared)),
      "looksForRenames": .bool(!manifests.hasTooManyForRenames),
    ]
  }

  private init(compared model: ModelComparison, _ impact: DownstreamImpact?) {
    self = [
      "change": .string(model.change.rawValue),
      "name": .string(model.name),
      "fullyQualifiedName": .string(model.fullyQualifiedName),
      "manifest": .string(model.manifest),
      "former": model.former.map { former in
        [
          "fullyQualifiedName": .string(former.fullyQualifiedName),
          "manifest": .string(former.manifest),
          "similarity": .number(JSONNumber(former.similarity)),
        ]
      } ?? .null,
      "breaking": .bool(model.isBreaking),
      "changes": .array(model.changes.map(JSON.init(change:))),
      "renamedFeatures": .array(
        model.renamedFeatures.sorted { $0.key < $1.key }.map { old, new in
          ["from": .string(old), "to": .string(new.value)]
        }),
      "obstacle": JSON(model.obstacle),
      "downstream": impact.map { JSON(impact: $0) } ?? .null,
    ]
  }

  private init(impact: DownstreamImpact) {
    var state = "read"
    var reason: String?
    var assets = DownstreamImpact.Assets(nearest: [], countsByType: [:], mayGoOn: false)
    switch impact {
    case .known(let known): assets = known
    case .notPublished: state = "notPublished"
    case .notAsked: state = "notAsked"
    case .unknown(let why):
      state = "unknown"
      reason = why
    }
    self = [
      "state": .string(state),
      "reason": JSON(reason),
      "total": .number(JSONNumber(assets.total)),
      "mayGoOn": .bool(assets.mayGoOn),
      "assets": .array(
        assets.nearest.map { asset in
          [
            "type": .string(asset.type),
            "fullyQualifiedName": .string(asset.fullyQualifiedName),
            "distance": .number(JSONNumber(asset.distance)),
            "owners": asset.owners.map { .array($0.map { .string($0) }) } ?? .null,
          ]
        }),
    ]
  }
}
