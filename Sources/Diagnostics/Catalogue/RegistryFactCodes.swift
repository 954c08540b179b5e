extension DiagnosticCode {
  /// The run was trained on a table that no feature names.
  public static let undeclaredTable = DiagnosticCode(rawValue: "MLC330")
  /// The run was trained on data that may be a table, or on a query.
  public static let uncertainTable = DiagnosticCode(rawValue: "MLC331")
  /// The catalog does not have a table that the registry names.
  public static let registeredTableNotFound = DiagnosticCode(rawValue: "MLC332")
  /// The catalog does not define the custom properties for what the registry knows.
  public static let registryPropertiesUndefined = DiagnosticCode(rawValue: "MLC340")
  /// The catalog defines such a property with a type that does not take the value.
  public static let registryPropertyMismatch = DiagnosticCode(rawValue: "MLC341")
  /// The catalog does not know an owner that the registry names.
  public static let registeredOwnerUnknown = DiagnosticCode(rawValue: "MLC342")
  /// The catalog does not know a tag for what the registry says.
  public static let registeredTagUnknown = DiagnosticCode(rawValue: "MLC343")
  /// The token may not read the run that made a version.
  public static let registeredRunForbidden = DiagnosticCode(rawValue: "MLC345")
  /// The file says another algorithm than the registry.
  public static let algorithmDiffers = DiagnosticCode(rawValue: "MLC346")
  /// The file says another target than the signature.
  public static let targetDiffers = DiagnosticCode(rawValue: "MLC347")
  /// A text of the registry holds characters that nobody can see.
  public static let controlCharactersLeftOut = DiagnosticCode(rawValue: "MLC348")
}

extension DiagnosticCatalogue {
  /// MLC330 to MLC349: what registries know, and what the catalog has for it.
  static let registryFacts: [DiagnosticEntry] = [
    DiagnosticEntry(
      .undeclaredTable, .warning, title: "A table of the training that no feature names",
      cause: """
        The run of the registered version was trained on a table that is not among the sources of \
        the features, so the lineage does not show it.
        """,
      example: "mlflow.log_input(mlflow.data.load_delta(table_name=\"prod.sales.orders\"))",
      remedy: """
        Name the table in `dataSourceFqn`. When the catalog calls it otherwise, say so under \
        `registry: tables:` in the project config.
        """),
    DiagnosticEntry(
      .uncertainTable, .note, title: "Training data that may be a table",
      cause: """
        The run was given a text that looks like a table's name, or a query. Nothing tells for \
        certain which tables are meant, so no lineage is made of it. It is not told when every \
        feature has a source of its own.
        """,
      example: "mlflow.data.from_pandas(frame, source=\"analytics.sales.orders\")",
      remedy: "Name the tables in `dataSourceFqn` of the features."),
    DiagnosticEntry(
      .registeredTableNotFound, .warning, title: "A table of the registry that the catalog lacks",
      cause: """
        The run was trained on a table; under the name that it has by `registry: tables:` the \
        catalog has none, or shows none to this token. The feature is published without it.
        """,
      example: "registry: {tables: {prod: warehouse.prod}}",
      remedy: "Correct the rule in `mlcatalog.yaml`, or ingest the table into the catalog."),
    DiagnosticEntry(
      .registryPropertiesUndefined, .note,
      title: "Custom properties for what registries know are not defined",
      cause: """
        Version, aliases, run, metrics and training data go into custom properties of the model. \
        The catalog does not define them, so they are not published.
        """,
      example: "registry: {mlflow: {model: revenue, alias: champion}}",
      remedy: """
        Run `mlcatalog init --custom-properties` once, with the token of an administrator or of a \
        bot with the Ingestion bot role.
        """),
    DiagnosticEntry(
      .registryPropertyMismatch, .warning,
      title: "A custom property whose type does not take what the registry knows",
      cause: """
        Somebody defined a property such as `mlMetrics` with another type than text. It is left \
        as it is.
        """,
      example: "mlModelVersion defined with the type date-cp",
      remedy: """
        Delete the property in the catalog and define it by `mlcatalog init --custom-properties`.
        """),
    DiagnosticEntry(
      .registeredOwnerUnknown, .note, title: "An owner of the registry whom the catalog lacks",
      cause: """
        A tag that `registry: owners:` names gives a user or team that the catalog does not have; \
        the owners stay as they are.
        """,
      example: "registry: {owners: {owner: user}}",
      remedy: "Correct the tag in the registry, or give `owners` in the file."),
    DiagnosticEntry(
      .registeredTagUnknown, .note, title: "A tag for what the registry says that is not there",
      cause: """
        A rule under `registry: tags:` leads to a tag that the catalog does not have; the tags \
        stay as they are.
        """,
      example: "registry: {tags: {sensitivity: {high: PII.Hihg}}}",
      remedy: "Correct the rule in `mlcatalog.yaml`, or make the tag in the catalog."),
    DiagnosticEntry(
      .registeredRunForbidden, .note, title: "A run that the token may not read",
      cause: """
        The registry shows the version, and the tracking server does not let us read the run that \
        made it. An MLflow with permissions answers the same of a run that is gone.
        """,
      example: "registry: {mlflow: {model: revenue, alias: champion}}",
      remedy: """
        Let an administrator of MLflow give the permission READ on the experiment. Until then \
        parameters, metrics and training data stay in the catalog as they are.
        """),
    DiagnosticEntry(
      .algorithmDiffers, .note, title: "Another algorithm than the registry knows",
      cause: """
        `algorithm` shares no word, and no beginning of a word, with what the registry says of the \
        version, so it may be that of an earlier one. `XGBoost` and `XGBRegressor` do not differ.
        """,
      example: "algorithm: Random Forest  # the registry says XGBRegressor",
      remedy: """
        Correct it, or leave `algorithm` out to publish the registry's. Where both are names for \
        the same, suppress the finding with that reason.
        """),
    DiagnosticEntry(
      .targetDiffers, .warning, title: "Another target than the model gives",
      cause: "`target` is not the name of the only output in the signature of the version.",
      example: "target: revenues  # the signature gives revenue",
      remedy: "Correct it, or leave `target` out to publish that of the signature."),
    DiagnosticEntry(
      .controlCharactersLeftOut, .note, title: "Control characters in a text of the registry",
      cause: """
        Catalogs and terminals do not take such characters, NUL above all. They are left out of \
        texts; a feature or parameter with one in its name is left out whole.
        """,
      example: "mlflow.set_tag(\"mlflow.note.content\", \"Revenue\\x00\")",
      remedy: "Nothing has to be done. Correct the text in the registry, or give it in the file."),
  ]
}
