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
    .ownership("Who wins where a manifest says nothing, by field", \.ownership),
    .later(
      "environments", "Catalogs by name", example: "{dev: {host: \"http://localhost:8585\"}}"),
    .later(
      "registry", "Where models are registered", example: "{mlflow: {trackingUri: \"…\"}}"),
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
  /// A mapping of codes to severities.
  fileprivate mutating func severity(
    _ node: YAMLNode
  ) -> [DiagnosticCode: ProjectConfig.SeverityOverride]? {
    guard case .mapping(let entries) = node.content else {
      reportWrongKind(node, expected: "a mapping")
      return nil
    }
    var severities: [DiagnosticCode: ProjectConfig.SeverityOverride] = [:]
    for entry in entries {
      guard let key = entry.keyText else {
        report(codes.keyIsNoText, "a key must be text", at: entry.key)
        continue
      }
      if key.hasPrefix("x-") { continue }
      let code = adjustableCode(key, at: entry.key)
      let word = within(path.element(key)) {
        $0.word(entry.value, of: ProjectConfig.SeverityOverride.words)
      }
      guard let code, let word else { continue }
      severities[code] = ProjectConfig.SeverityOverride(word: word.value)
    }
    return severities
  }

  private mutating func adjustableCode(_ key: String, at node: YAMLNode) -> DiagnosticCode? {
    let code = DiagnosticCode(rawValue: key)
    guard DiagnosticCatalogue.entry(for: code) != nil else {
      report(
        .configUnknownCode, "there is no finding `\(key)`",
        hint: Decoding.hint(forUnknownCode: key), at: node)
      return nil
    }
    guard !DiagnosticCatalogue.isFixed(code) else {
      report(
        .configFixedCode, "the severity of `\(key)` cannot be changed", hint: "remove the entry",
        at: node)
      return nil
    }
    return code
  }
}
