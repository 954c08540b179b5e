import Diagnostics
import FullyQualifiedNames
import ModelManifests
import RegisteredModels

/// The features that a signature tells of, with the columns that they were trained from.
struct RegisteredFeatures {
  /// The features in the order of the signature.
  private(set) var features: [FeatureManifest] = []
  /// Where their sources come from.
  private(set) var origins: [FieldPath: Origin] = [:]
  /// The columns that no feature can stand for, as a person would name them.
  private(set) var leftOut: [String] = []

  private let signature: ModelSignature
  private let place: SourceRange

  init(
    _ version: RegisteredVersion, _ signature: ModelSignature, inputs: [SignatureColumn],
    _ tables: RegistryTables, at place: SourceRange
  ) {
    self.signature = signature
    self.place = place
    var names: Set<String> = []
    for (index, column) in inputs.enumerated() {
      guard let name = column.featureName, let type = column.type.featureType else {
        leftOut.append(column.name.map { "`\($0)`" } ?? "column \(index + 1)")
        continue
      }
      guard names.insert(name).inserted else { continue }
      var feature = FeatureManifest(
        range: place, name: Located(name, at: place), dataType: Located(type, at: place))
      let sources = sources(of: name, version.datasets, tables)
      if !sources.isEmpty { feature.featureSources = .value(Located(sources, at: place)) }
      features.append(feature)
    }
  }

  /// The columns of that name in the tables that the model was trained on.
  private mutating func sources(
    of feature: String, _ datasets: [DatasetInput], _ tables: RegistryTables
  ) -> [FeatureSourceManifest] {
    var sources: [FeatureSourceManifest] = []
    for dataset in datasets where dataset.isForTraining {
      guard case .table(let parts, isCertain: true) = dataset.source,
        let table = tables.name(of: parts), let name = try? table.text(),
        let column = dataset.columns.first(where: { $0.name == feature }),
        !sources.contains(where: { $0.dataSourceFqn.value == name })
      else { continue }
      var source = FeatureSourceManifest(range: place, name: Located(feature, at: place))
      source.dataSourceFqn = .value(Located(name, at: place))
      if let type = column.type.sourceType { source.dataType = .value(Located(type, at: place)) }
      sources.append(source)
      let path = FieldPath.mlFeatures.element(feature).member("featureSources")
        .element(source.key)
      origins[path] = .registry(dataset.origin)
    }
    return sources
  }

  /// The note that names what was left out; nil when nothing was.
  func finding(model: String) -> Diagnostic? {
    guard !leftOut.isEmpty else { return nil }
    return Diagnostic(
      .columnsLeftOut,
      "of the model's signature no feature stands for \(WordList.text(leftOut)): "
        + "features are named columns of numbers, texts and booleans",
      hint: "describe the features under mlFeatures: to have others", at: place,
      notes: [Diagnostic.Note("the signature is at \(signature.origin)")],
      fieldPath: "mlFeatures", model: model)
  }
}

extension SignatureColumn {
  /// The name of the feature; nil for a column without one.
  var featureName: String? {
    name.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }
}

extension SignatureColumn.ValueType {
  /// The type of a feature with these values; nil when a feature can have none such.
  var featureType: FeatureDataType? {
    switch self {
    case .string, .boolean: .categorical
    case .integer, .long, .float, .double: .numerical
    case .binary, .datetime, .array, .object, .map, .any, .tensor, .other: nil
    }
  }

  /// The type of a source with these values; nil when none fits.
  fileprivate var sourceType: FeatureSourceDataType? {
    switch self {
    case .integer, .long: .integer
    case .float, .double: .number
    case .string: .string
    case .boolean: .boolean
    case .datetime: .timestamp
    case .array: .array
    case .object, .map: .object
    case .binary, .any, .tensor, .other: nil
    }
  }

  /// As messages show it, with its article.
  var phrase: String {
    switch self {
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .long: "a long"
    case .float: "a float"
    case .double: "a double"
    case .string: "a string"
    case .binary: "binary data"
    case .datetime: "a datetime"
    case .array: "an array"
    case .object: "an object"
    case .map: "a map"
    case .any: "any value"
    case .tensor(let type): "a tensor of \(type)"
    case .other(let type): "a `\(type)`"
    }
  }
}
