extension DiagnosticCode {
  /// The alias or stage points to another version than the manifest expects.
  public static let registeredVersionDiffers = DiagnosticCode(rawValue: "MLC300")
  /// The registration of a version is not finished, or it failed.
  public static let registeredVersionNotReady = DiagnosticCode(rawValue: "MLC301")
  /// A version was deleted in the registry.
  public static let registeredVersionDeleted = DiagnosticCode(rawValue: "MLC302")
  /// A version is archived in the registry.
  public static let registeredVersionArchived = DiagnosticCode(rawValue: "MLC303")
  /// A version does not carry the alias that the command line requires.
  public static let requiredAliasMissing = DiagnosticCode(rawValue: "MLC304")
  /// A version is not in the stage that the command line requires.
  public static let requiredStageMissing = DiagnosticCode(rawValue: "MLC305")
  /// The run that made a version failed, or has not ended.
  public static let registeredRunFailed = DiagnosticCode(rawValue: "MLC306")
  /// The run that made a version is not known, or was deleted.
  public static let registeredRunMissing = DiagnosticCode(rawValue: "MLC307")
  /// Something that the registry could have said about a version could not be read.
  public static let registryGap = DiagnosticCode(rawValue: "MLC308")
  /// Neither the file nor the registry says the algorithm.
  public static let algorithmUnknown = DiagnosticCode(rawValue: "MLC309")
}

extension DiagnosticCatalogue {
  /// MLC300 to MLC309: the version that a manifest points to, and its run.
  static let registeredVersions: [DiagnosticEntry] = [
    DiagnosticEntry(
      .registeredVersionDiffers, .error, title: "Another version than expected",
      cause: """
        The manifest names an alias or a stage and, beside it, the version that it expects there; \
        the registry points to another one.
        """,
      example: "registry: {mlflow: {model: revenue, alias: champion, version: 6}}",
      remedy: """
        Write the version that was promoted, or leave `version` out to follow the alias wherever \
        it points.
        """),
    DiagnosticEntry(
      .registeredVersionNotReady, .error, title: "A version that is not ready",
      cause: """
        The registry still registers the version, or could not: what it knows of it may be \
        incomplete.
        """,
      example: "registry: {mlflow: {model: revenue, version: 8}}",
      remedy: "Wait until the registry says that it is ready, or point to another version."),
    DiagnosticEntry(
      .registeredVersionDeleted, .error, title: "A version that was deleted in the registry",
      cause: "Only the record of the version is left.",
      example: "registry: {mlflow: {model: revenue, version: 3}}",
      remedy: "Point to another version."),
    DiagnosticEntry(
      .registeredVersionArchived, .warning, title: "A version that is archived",
      cause: "Somebody took the version out of use in the registry.",
      example: "registry: {mlflow: {model: revenue, stage: Archived}}",
      remedy: "Point to the version that took its place, or suppress the finding with the reason."),
    DiagnosticEntry(
      .requiredAliasMissing, .error, title: "A version without the alias that is required",
      cause: """
        `--require-alias` lets only versions through that carry the alias now, in exactly that \
        spelling. A model without `registry`, or in a registry without aliases, can carry none.
        """,
      example: "mlcatalog publish --require-alias champion",
      remedy: "Promote the version in the registry, or publish the one that carries the alias."),
    DiagnosticEntry(
      .requiredStageMissing, .error, title: "A version that is not in the stage that is required",
      cause: """
        `--require-stage` lets only versions through that are in the stage now, in exactly that \
        spelling. A model without `registry`, or in a registry without stages, is in none.
        """,
      example: "mlcatalog publish --require-stage Production",
      remedy: "Move the version in the registry, or publish the one that is in the stage."),
    DiagnosticEntry(
      .registeredRunFailed, .warning, title: "A version whose run failed",
      cause: """
        The registry says of the run that made the version that it failed or was stopped, or that \
        it goes on; then this is a note.
        """,
      example: "registry: {mlflow: {model: revenue, version: 7}}",
      remedy: "Look at the run, and register the model of one that came to its end."),
    DiagnosticEntry(
      .registeredRunMissing, .note, title: "A version whose run is not there",
      cause: """
        The version names no run, or one that the tracking server does not have any more, or that \
        was deleted.
        """,
      example: "registry: {mlflow: {model: revenue, version: 2}}",
      remedy: """
        Nothing has to be done. What the run alone could tell, such as parameters and metrics, \
        stays in the catalog as it is.
        """),
    DiagnosticEntry(
      .registryGap, .note, title: "Something of a version that could not be read",
      cause: """
        The registry knows the version, and could not give everything about it: the signature of \
        an artifact that its server may not read, for example.
        """,
      example: "registry: {mlflow: {model: revenue, alias: champion}}",
      remedy: """
        Nothing has to be done. What depends on it stays in the catalog as it is, unless the file \
        gives it.
        """),
    DiagnosticEntry(
      .algorithmUnknown, .error, title: "A model whose algorithm nobody says",
      cause: "OpenMetadata takes no model without an algorithm, and the registry knows none.",
      example: "{name: churn, registry: {mlflow: {model: churn, version: 1}}}",
      remedy: "Add `algorithm` to the manifest."),
  ]
}
