import Diagnostics
import YAMLSource

extension ProjectConfig: ManifestRecord {
  static let identity: Set<String> = []

  init(blankAt range: SourceRange) {
    self.init()
    path = range.path
  }

  func check(_ entries: [YAMLEntry], _ decoding: inout Decoding) {
    decoding.checkService(entries)
  }

  static func home(of key: String) -> String? {
    if let home = ConnectionKeys.home(of: key) { return home }
    let isOfManifest = ModelManifest.descriptions.contains { $0.key == key }
    return isOfManifest ? "`\(key)` belongs into a manifest, such as ml_model.yaml" : nil
  }

  static let fields: [ManifestField<ProjectConfig>] = [
    .other(
      FieldDescription(
        "manifests", "The manifests, as globs relative to this file",
        example: "[models/*/ml_model.yaml]", shape: .list(.text))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let items = decoding.items(node) else { return false }
      record.manifests = items.compactMap { decoding.filledText($0) }
      return true
    },
    .other(
      FieldDescription(
        "serviceName", "The service of manifests that name none",
        example: ServiceManifest.defaultName, shape: .text)
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let name = decoding.name(node) else { return false }
      record.service = ServiceManifest(name: name.value, nameRange: name.range)
      return true
    },
    .other(
      FieldDescription(
        "service", "The service of manifests that name none, in its long form",
        example: "{name: Forecasts, displayName: Our forecasts}",
        shape: .record(ServiceManifest.descriptions))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let service = decoding.record(node, ServiceManifest.self) else { return false }
      record.service = service
      return true
    },
    .other(
      FieldDescription(
        "severity", "How much findings matter, by code", example: "{MLC237: off}",
        shape: .dictionary(.words(SeverityOverride.words)))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let severity = decoding.severity(node) else { return false }
      record.severity = severity
      return true
    },
    .section(
      "rules", "What the project demands of its models", example: "{require: [owner, tier]}",
      \.rules),
    .ownership("Who wins where a manifest says nothing, by field", \.ownership),
    .section(
      "registry", "Where models are registered, and what the words of registries mean",
      example: "{mlflow: {trackingUri: \"https://mlflow.example.com\"}}", \.registry),
    .other(
      FieldDescription(
        "environments", "Catalogs by name, chosen by `--env`",
        example: "{dev: {host: \"http://localhost:8585\"}}",
        shape: .dictionary(.record(EnvironmentConfig.descriptions)))
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let environments = decoding.environments(node) else { return false }
      record.environments = environments
      return true
    },
  ]
}

extension ProjectConfig.SeverityOverride {
  /// What may be written, most severe first.
  static let words = Severity.allCases.reversed().map(\.rawValue) + ["off"]

  init?(word: String) {
    if word == "off" {
      self = .off
    } else if let severity = Severity(rawValue: word) {
      self = .severity(severity)
    } else {
      return nil
    }
  }
}

extension Decoding {
  /// A mapping of names to environments.
  fileprivate mutating func environments(_ node: YAMLNode) -> [String: EnvironmentConfig]? {
    dictionary(node) { name, value, decoding in
      decoding.record(value, EnvironmentConfig.self).map { (name.value, $0) }
    }.map { Dictionary($0) { first, _ in first } }
  }

  /// A mapping of codes to severities.
  fileprivate mutating func severity(
    _ node: YAMLNode
  ) -> [DiagnosticCode: ProjectConfig.SeverityOverride]? {
    let path = path
    return dictionary(node) { key, value, decoding in
      let code = decoding.within(path) { $0.adjustableCode(key) }
      let word = decoding.word(value, of: ProjectConfig.SeverityOverride.words)
      guard let code, let word else { return nil }
      return ProjectConfig.SeverityOverride(word: word.value).map { (code, $0) }
    }.map { Dictionary($0) { first, _ in first } }
  }

  private mutating func adjustableCode(_ key: Located<String>) -> DiagnosticCode? {
    let code = DiagnosticCode(rawValue: key.value)
    guard DiagnosticCatalogue.entry(for: code) != nil else {
      report(
        .configUnknownCode, "there is no finding `\(key.value)`",
        hint: Decoding.hint(forUnknownCode: key.value), at: key.range,
        fix: Decoding.fix(forUnknownCode: key.value))
      return nil
    }
    guard !DiagnosticCatalogue.isFixed(code) else {
      report(
        .configFixedCode, "the severity of `\(key.value)` cannot be changed",
        hint: "remove the entry", at: key.range)
      return nil
    }
    return code
  }
}
