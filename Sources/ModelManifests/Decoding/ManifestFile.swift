public import Diagnostics
import FullyQualifiedNames
import YAMLSource

/// What a file of manifests says: its models, and whether it says anything at all.
public struct ManifestFile: Sendable {
  /// The models whose name and service can be told, in the order of the file.
  ///
  /// One with an error finding carries it under its `fullyQualifiedName`; required values that
  /// could not be read stand in as the first allowed word or as empty text.
  public let models: [ModelManifest]
  /// How many documents have content, whether or not a model came of them.
  public let documentCount: Int
  /// For each document what the command line says about it; none when that says nothing, so that
  /// of many files not every text is kept.
  let documents: [OverriddenDocument]

  /// Reads `ml_model.yaml`, one model for each document.
  ///
  /// The service of a model that names none is that of `config`, else `CustomMLService`. A file
  /// that is no YAML gives findings with codes MLC1xx and no models, not even those before the
  /// place at fault: nobody knows what the rest would have said. One without a document gives a
  /// warning at its beginning.
  ///
  /// Values of the command line stand in the place of the file's; what is wrong with one is found
  /// on the command line, whether or not it can be put in (``OverrideCheck``).
  public init(
    _ file: SourceFile, config: ProjectConfig = ProjectConfig(),
    overrides: FieldOverrides = .none, diagnostics: inout DiagnosticList
  ) {
    var text = DiagnosticList()
    let documents = YAMLParser.documents(in: file, diagnostics: &text).compactMap(\.root)
      .map { OverriddenDocument($0, overrides, config: config) }
    documentCount = documents.count
    self.documents = overrides.items.isEmpty ? [] : documents
    if documents.isEmpty, text.items.isEmpty {
      let start = SourceRange(path: file.path, start: .start, end: .start)
      text.append(
        Diagnostic(
          .noDocument, "this file describes no model", hint: "begin with `name: …`", at: start))
    }
    var findings = DiagnosticList()
    var models: [ModelManifest] = []
    for document in documents {
      guard let model = Self.model(document.root, config, &findings) else { continue }
      models.append(model)
      Self.block(model, by: &text)
    }
    let isUnreadable = text.items.contains { $0.model == nil && $0.severity == .error }
    self.models = isUnreadable ? [] : models
    diagnostics.append(contentsOf: text)
    diagnostics.append(contentsOf: findings)
  }

  /// Gives a model the findings about the text of its document, such as a key written twice.
  private static func block(_ model: ModelManifest, by text: inout DiagnosticList) {
    text.rewrite { finding in
      guard let place = finding.range, model.range.start <= place.start,
        place.start < model.range.end
      else { return finding }
      var finding = finding
      finding.model = model.findingsKey
      return finding
    }
  }

  /// The first `key: value` of a text whose keys lack the space after their colons.
  private static func spacedKey(_ root: YAMLNode) -> String? {
    guard let word = root.filledText?.split(whereSeparator: \.isWhitespace).first,
      let colon = word.firstIndex(of: ":"), word.index(after: colon) < word.endIndex,
      ManifestFields.model.contains(where: { $0.key == word[..<colon] })
    else { return nil }
    return "\(word[..<colon]): \(word[word.index(after: colon)...])"
  }

  private static func model(
    _ root: YAMLNode, _ config: ProjectConfig, _ diagnostics: inout DiagnosticList
  ) -> ModelManifest? {
    guard case .mapping = root.content else {
      diagnostics.append(
        Diagnostic(
          .rootIsNoMapping, "a manifest is a mapping of keys to values",
          hint: spacedKey(root).map { "put a space after the colon: `\($0)`" }
            ?? "begin with `name: …`; separate several models by `---`", at: root.place))
      return nil
    }
    var decoding = Decoding(.manifest)
    var model = decoding.record(root, ModelManifest.self)
    if model?.service.name.isEmpty == true {
      model?.service = config.service ?? ServiceManifest(name: ServiceManifest.defaultName)
    }
    var findings = decoding.diagnostics
    for finding in model.map({ PublishedSecrets(in: $0).findings }) ?? [] {
      findings.append(finding)
    }
    findings.rewrite { finding in
      var finding = finding
      finding.model = model?.findingsKey
      return finding
    }
    diagnostics.append(contentsOf: findings)
    return model
  }
}

extension ModelManifest {
  /// The model's fully qualified name as findings about it carry it (`Diagnostic.model`).
  ///
  /// Servers differ only in how they write a name with a quote in it.
  public var findingsKey: String {
    (try? fullyQualifiedName.text(.doublesQuotes)) ?? "\(service.name).\(name.value)"
  }
}
