extension DiagnosticCode {
  /// A change of a field that may break whoever uses the model.
  public static let breakingChange = DiagnosticCode(rawValue: "MLC420")
  /// A model that was described is described no more.
  public static let modelRemoved = DiagnosticCode(rawValue: "MLC421")
  /// A model has another name than before.
  public static let modelRenamed = DiagnosticCode(rawValue: "MLC422")
  /// What a model or a file was before cannot be told.
  public static let notComparable = DiagnosticCode(rawValue: "MLC423")
  /// A file was left out of the comparison.
  public static let notCompared = DiagnosticCode(rawValue: "MLC424")
  /// The catalog did not say what depends on a model.
  public static let downstreamUnknown = DiagnosticCode(rawValue: "MLC425")
}

extension DiagnosticCatalogue {
  /// The codes that only a comparison (`--against`) finds: a run without one cannot tell whether
  /// such a finding is silenced in vain, and none of them holds a model back.
  public static let comparisonCodes = Set(comparison.map(\.code) + [.leftInCatalog])

  /// MLC42x: what a pull request changes.
  static let comparison: [DiagnosticEntry] = [
    DiagnosticEntry(
      .breakingChange, .warning, title: "A change that may break whoever uses the model",
      cause: """
        Compared with the commit that --against names, the algorithm, the target or the server \
        changed, a feature is gone or has another name or type, or a feature is made from another \
        table.
        """,
      example: """
        -target: expected_time
        +target: eta
        """,
      remedy: """
        Tell the owners of what is downstream, or keep the field. Silence an agreed change with \
        suppress: and its reason; make the code an error under severity: to ask for that always.
        """),
    DiagnosticEntry(
      .modelRemoved, .warning, title: "A model is described no more",
      cause: """
        The commit that --against names describes the model, and no file does now. The catalog \
        keeps the model as it was last published.
        """,
      example: """
        git rm models/revenue.yaml
        """,
      remedy: """
        Delete the model in the catalog once nobody uses it, or bring its manifest back.
        """),
    DiagnosticEntry(
      .modelRenamed, .warning, title: "A model has another name than before",
      cause: """
        A model is gone and one that is much like it is new. OpenMetadata knows models by service \
        and name: a new one is made, and the old one stays as it was last published, with \
        everything that refers to it.
        """,
      example: """
        -name: Revenue Predictions
        +name: Revenue Forecast
        """,
      remedy: """
        Keep the name and change displayName, or delete the old model in the catalog once nobody \
        uses it.
        """),
    DiagnosticEntry(
      .notComparable, .note, title: "What was there before cannot be read",
      cause: """
        At the commit that --against names, the manifest had errors, so that nobody can tell what \
        changed since.
        """,
      example: """
        A pull request that mends a broken ml_model.yaml.
        """,
      remedy: "Nothing; the next comparison has something to go by."),
    DiagnosticEntry(
      .notCompared, .note, title: "A file is not compared",
      cause: """
        It lies outside of the repository of the working directory, in a submodule of it, or \
        behind a link that leads out of it.
        """,
      example: """
        mlcatalog publish --check --against origin/main ../other-repository
        """,
      remedy: "Run the check in the repository that the file belongs to."),
    DiagnosticEntry(
      .downstreamUnknown, .warning, title: "What depends on a model is not known",
      cause: """
        The lineage of a model that changes could not be read, so that the report cannot say which \
        dashboards, pipelines and endpoints are concerned.
        """,
      example: """
        A token that may not view lineage.
        """,
      remedy: """
        Give the publisher's bot the right to view the model and what is downstream of it, or look \
        at the lineage in the catalog.
        """),
  ]
}
