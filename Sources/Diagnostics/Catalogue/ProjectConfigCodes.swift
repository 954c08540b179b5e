extension DiagnosticCode {
  /// A key of the project config is not known.
  public static let configUnknownKey = DiagnosticCode(rawValue: "MLC820")
  /// A value of the project config is not one that its key takes.
  public static let configInvalidValue = DiagnosticCode(rawValue: "MLC822")
  /// `severity` names a code that does not exist.
  public static let configUnknownCode = DiagnosticCode(rawValue: "MLC823")
  /// `severity` names a finding whose severity cannot be changed.
  public static let configFixedCode = DiagnosticCode(rawValue: "MLC824")
  /// A field path in the project config leads nowhere.
  public static let configInvalidFieldPath = DiagnosticCode(rawValue: "MLC825")
  /// The project config is no mapping.
  public static let configIsNoMapping = DiagnosticCode(rawValue: "MLC826")
}

extension DiagnosticCatalogue {
  /// MLC820 to MLC829: what is wrong with the project config.
  static let projectConfig: [DiagnosticEntry] = [
    DiagnosticEntry(
      .configUnknownKey, .error, title: "A key that the project config does not know",
      cause: "A key of `mlcatalog.yaml` is misspelt.",
      example: "manifest: [models/*.yaml]",
      remedy: "Correct the key. Keys of your own begin with `x-` and are free."),
    DiagnosticEntry(
      .configInvalidValue, .error, title: "A value that the project config cannot have here",
      cause: "The value is of the wrong kind, or none of those allowed.",
      example: "severity: {MLC237: fatal}",
      remedy: "Write what the message says."),
    DiagnosticEntry(
      .configUnknownCode, .error, title: "`severity` names no code",
      cause: "Codes are `MLC` and three digits; this one is not in the list.",
      example: "severity: {MLC999: error}",
      remedy: "Take the code from the finding."),
    DiagnosticEntry(
      .configFixedCode, .error, title: "A finding whose severity cannot be changed",
      cause: """
        Without what this finding asks for there is nothing that could be published.
        """,
      example: "severity: {MLC232: warning}",
      remedy: "Remove the entry."),
    DiagnosticEntry(
      .configInvalidFieldPath, .error,
      title: "A field path in the project config that leads nowhere",
      cause: """
        Paths in `ownership` name fields of the manifest, such as `mlFeatures[*].tags`.
        """,
      example: "ownership: {descripton: catalog}",
      remedy: "Correct the path."),
    DiagnosticEntry(
      .configIsNoMapping, .error, title: "A project config that is no mapping",
      cause: "`mlcatalog.yaml` holds one document, a mapping of keys to values.",
      example: "- serviceName: CustomMLService",
      remedy: "Begin the file with a key, such as `manifests:`."),
  ]
}
