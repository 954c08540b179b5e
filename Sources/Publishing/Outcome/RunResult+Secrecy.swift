import ModelManifests
import Reconciler

extension RunResult {
  /// The result as reports show it: with `<redacted>` in the place of what looks like a secret among
  /// the values of files and catalog.
  public var withoutSecrets: RunResult {
    var result = self
    for index in models.indices {
      result.models[index].plan?.hideSecrets()
      result.models[index].drifts = models[index].drifts?.map(\.withoutSecrets)
    }
    result.comparison?.manifests.hideSecrets()
    return result
  }
}

extension Drift {
  fileprivate var withoutSecrets: Drift {
    let path = (try? FieldPath(parsing: subject)) ?? FieldPath([])
    var drift = self
    drift.published = path.shown(published)
    drift.current = path.shown(current)
    return drift
  }
}
