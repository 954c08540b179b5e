import FullyQualifiedNames
import MLflowAPI

/// Pages for people.
enum MLflowPages {
  /// The page of a version.
  static func version(_ version: String, of name: String, in endpoint: MLflowEndpoint) -> String {
    let segment = PercentEncoding.segment(name)
    if endpoint.kind == .unityCatalog {
      let parts = name.split(separator: ".").map { PercentEncoding.segment(String($0)) }
      return "\(endpoint.server)/explore/data/models/\(parts.joined(separator: "/"))"
    }
    let route = endpoint.isDatabricks ? "#mlflow/models" : "#/models"
    return "\(endpoint.server)/\(route)/\(segment)/versions/\(PercentEncoding.segment(version))"
  }

  /// The page of a run.
  static func run(
    _ id: String, ofExperiment experiment: String, in endpoint: MLflowEndpoint
  ) -> String {
    let route = endpoint.isDatabricks ? "#mlflow/experiments" : "#/experiments"
    let segments = [experiment, "runs", id].map { PercentEncoding.segment($0) }
    return "\(endpoint.server)/\(route)/\(segments.joined(separator: "/"))"
  }
}
