import Diagnostics
import YAMLSource

extension MLflowRegistryManifest: ManifestRecord {
  static let identity: Set<String> = [
    "model", "version", "alias", "stage", "trackingUri", "registryUri",
  ]
  static let credentials = CredentialHome.mlflow

  init(blankAt range: SourceRange) {
    self.init(range: range, model: Located("", at: range))
  }

  static let fields: [ManifestField<MLflowRegistryManifest>] = [
    .required("model", "The registered model's name", example: "revenue", \.model) {
      $1.registeredModel($0)
    },
    .filled(
      "version", "The version's number, or `latest`; beside `alias` or `stage` what is expected",
      example: "3", isAlternative: true, \.version
    ) { $1.mlflowVersion($0) },
    .filled(
      "alias", "The alias of the version", example: "champion", isAlternative: true, \.alias
    ) { $1.mlflowAlias($0) },
    .filled(
      "stage", "The stage whose newest version is meant", example: "Production",
      shape: .words(Decoding.stages), isAlternative: true, \.stage
    ) { $1.word($0, of: Decoding.stages) },
    .filled(
      "trackingUri", "The tracking server, for this model", example: "https://mlflow.example.com",
      \.trackingUri
    ) { $1.mlflowURI($0) },
    .filled(
      "registryUri", "The registry where it is not the tracking server, for this model",
      example: "https://registry.example.com", \.registryUri
    ) { $1.mlflowURI($0) },
  ]

  func check(_ entries: [YAMLEntry], _ decoding: inout Decoding) {
    decoding.checkPresence(
      of: Self.descriptions, entries, in: range,
      message: "`version`, `alias` or `stage` is missing: nothing chooses a version of the model",
      hint: "add one, for example `alias: champion`")
    decoding.checkExclusive(
      ["alias", "stage"], entries, message: "`alias` and `stage` both choose a version",
      hint: "keep one; `version` may stand beside it as what is expected")
    if let version, version.value == "latest", alias != nil || stage != nil {
      decoding.within(decoding.path.member("version")) { decoding in
        decoding.report(
          decoding.codes.conflictingKeys,
          "`latest` chooses a version, and so does `\(alias == nil ? "stage" : "alias")`",
          hint: "keep one; a number may stand here as what is expected", at: version.range)
      }
    }
  }
}

extension Decoding {
  /// Says that none of the keys is there of which one must be, unless one is misspelt and found as
  /// such.
  mutating func checkPresence(
    of fields: [FieldDescription], _ entries: [YAMLEntry], in range: SourceRange, message: String,
    hint: String
  ) {
    let keys = fields.filter(\.isAlternative).map(\.key)
    let given = entries.compactMap(\.keyText).filter { !$0.hasPrefix("x-") }
    let isThere = given.contains { key in
      keys.contains(key) || SpellingSuggestion.best(for: key, among: keys.sorted()) != nil
    }
    if isThere { return }
    let first = entries.map(\.key.place).min { $0.start < $1.start }
    report(codes.missingKey, message, hint: hint, at: first ?? range)
  }
}
