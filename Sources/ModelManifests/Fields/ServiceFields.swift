import Diagnostics
import YAMLSource

extension ServiceManifest: ManifestRecord {
  init(blankAt range: SourceRange) {
    self.init(name: "")
  }

  /// OpenMetadata's types of ML model services (`mlmodelService.json`).
  static let serviceTypes = ["CustomMlModel", "Mlflow", "Sklearn", "SageMaker", "VertexAI"]

  static let fields: [ManifestField<ServiceManifest>] = [
    .other(
      FieldDescription(
        "name", "The service's name", example: ServiceManifest.defaultName, shape: .text,
        isRequired: true)
    ) { node, record, decoding in
      guard let name = decoding.name(node) else { return false }
      record.name = name.value
      record.nameRange = name.range
      return true
    },
    .plain(
      "serviceType", "The type of the service", example: "CustomMlModel",
      shape: .words(serviceTypes), \.serviceType
    ) { $1.word($0, of: serviceTypes) },
    .plain(
      "displayName", "The service's name as people see it", example: "Our models", \.displayName
    ) { $1.text($0) },
    .plain(
      "description", "What the service holds, in Markdown", example: "Models made in house",
      \.description
    ) { $1.text($0) },
  ]
}

extension Decoding {
  /// Says where a service is named in its short and in its long form.
  mutating func checkService(_ entries: [YAMLEntry]) {
    checkExclusive(
      ["service", "serviceName"], entries, hint: "keep one; `service` is the long form")
  }
}
