import Diagnostics
import YAMLSource

extension EnvironmentConfig: ManifestRecord {
  static let identity: Set<String> = []

  init(blankAt range: SourceRange) { self.init() }

  static let fields: [ManifestField<EnvironmentConfig>] = [
    .plain(
      "host", "The OpenMetadata server", example: "https://catalog.example.com", \.host
    ) { $1.url($0) },
    .plain(
      "serviceName", "The service of manifests that name none",
      example: ServiceManifest.defaultName, \.serviceName
    ) { $1.name($0) },
    .section(
      "registry", "Where models are registered",
      example: "{mlflow: {trackingUri: \"https://mlflow.example.com\"}}", \.registry),
    .other(
      FieldDescription(
        "serviceAliases",
        "How names of tables and dashboards begin there, by how manifests write them",
        example: "{demo_pg: prod_pg}", shape: .dictionary(.text))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let rules = decoding.prefixRules(node) else { return false }
      record.serviceAliases = rules
      return true
    },
  ]
}
