extension DiagnosticCode {
  /// The project demands an owner, and the model has none.
  public static let ownerRequired = DiagnosticCode(rawValue: "MLC274")
  /// The project demands a description, and the model has none.
  public static let descriptionRequired = DiagnosticCode(rawValue: "MLC275")
  /// A description that the project demands says nothing.
  public static let descriptionPlaceholder = DiagnosticCode(rawValue: "MLC276")
  /// The project demands a tier, and the model has none.
  public static let tierRequired = DiagnosticCode(rawValue: "MLC277")
  /// The project demands that features are described, and one is not.
  public static let featureDescriptionRequired = DiagnosticCode(rawValue: "MLC278")
  /// The project demands that features have a source, and one has none.
  public static let featureSourceRequired = DiagnosticCode(rawValue: "MLC279")
  /// A feature does not carry the sensitive tag of a column that it is made from.
  public static let sensitiveTagMissing = DiagnosticCode(rawValue: "MLC289")
  /// A feature is made from a table that is no longer to be used.
  public static let sourceTableDeprecated = DiagnosticCode(rawValue: "MLC290")
}

extension DiagnosticCatalogue {
  /// MLC274 to MLC279: what a project may demand of its models.
  static let modelRules: [DiagnosticEntry] = [
    DiagnosticEntry(
      .ownerRequired, .error, title: "A model without the owner that the project demands",
      cause: """
        `rules: {require: [owner]}` in the project config demands `owners` of every model, from the \
        file or from its registry. Owners that people gave in the catalog do not count.
        """,
      example: """
        rules: {require: [owner]}  # mlcatalog.yaml
        {name: churn, algorithm: XGBoost}
        """,
      remedy: "Add `owners`, or suppress the finding with the reason."),
    DiagnosticEntry(
      .descriptionRequired, .error,
      title: "A model without the description that the project demands",
      cause: """
        `rules: {require: [description]}` in the project config demands `description` of every \
        model, from the file or from its registry.
        """,
      example: """
        rules: {require: [description]}  # mlcatalog.yaml
        {name: churn, algorithm: XGBoost}
        """,
      remedy: "Say what the model predicts, for whom, and from what."),
    DiagnosticEntry(
      .descriptionPlaceholder, .error, title: "A description that says nothing",
      cause: """
        The project demands descriptions, and this one only stands in its place: a word such as \
        `TODO`, the form of a template, or the name again.
        """,
      example: """
        rules: {require: [description]}  # mlcatalog.yaml
        {name: churn, algorithm: XGBoost, description: "TODO: describe"}
        """,
      remedy: "Say what somebody who does not know it has to know."),
    DiagnosticEntry(
      .tierRequired, .error, title: "A model without the tier that the project demands",
      cause: """
        `rules: {require: [tier]}` in the project config demands `tier`, or a tag of the \
        classification `Tier`, of every model.
        """,
      example: """
        rules: {require: [tier]}  # mlcatalog.yaml
        {name: churn, algorithm: XGBoost}
        """,
      remedy: "Add `tier`, for example `tier: Tier.Tier3`."),
    DiagnosticEntry(
      .featureDescriptionRequired, .error,
      title: "A feature without the description that the project demands",
      cause: """
        `rules: {require: [featureDescription]}` in the project config demands `description` of \
        every feature. A registry knows none, so features are described in the file then.
        """,
      example: """
        rules: {require: [featureDescription]}  # mlcatalog.yaml
        mlFeatures: [{name: persona, dataType: categorical}]
        """,
      remedy: "Say what the values of the feature mean."),
    DiagnosticEntry(
      .featureSourceRequired, .error,
      title: "A feature without the source that the project demands",
      cause: """
        `rules: {require: [featureSource]}` in the project config demands of every feature a \
        column of a table that it is made from; without one it has no lineage.
        """,
      example: """
        rules: {require: [featureSource]}  # mlcatalog.yaml
        mlFeatures: [{name: persona, dataType: categorical}]
        """,
      remedy: """
        Name the columns under `featureSources`, each with its `dataSourceFqn`; suppress the \
        finding with the reason where a feature is made of no table.
        """),
  ]

  /// MLC289 to MLC290: what a project may demand of the tables that features are made from.
  static let sourceRules: [DiagnosticEntry] = [
    DiagnosticEntry(
      .sensitiveTagMissing, .error, title: "A feature without the sensitive tag of its column",
      cause: """
        A column that the feature is made from carries a tag that `rules: {sensitiveTags: …}` of \
        the project config names, and the feature does not. OpenMetadata passes no tag on from \
        columns to features. Tags that are only suggested do not count.
        """,
      example: """
        rules: {sensitiveTags: [PII.*]}  # mlcatalog.yaml
        mlFeatures:
          - name: email_domain
            dataType: categorical
            featureSources: [{name: email, dataSourceFqn: demo_pg.postgres.public.users}]
        """,
      remedy: """
        Add the tag to the feature; where nothing sensitive is left in it, suppress the finding \
        with that reason.
        """),
    DiagnosticEntry(
      .sourceTableDeprecated, .warning, title: "A source table that is deprecated",
      cause: """
        The table's status in the catalog is Deprecated (servers since 1.10), or it carries a tag \
        that `rules: {deprecatedTags: …}` of the project config names.
        """,
      example: """
        rules: {deprecatedTags: [Lifecycle.Deprecated]}  # mlcatalog.yaml
        dataSourceFqn: demo_pg.postgres.public.orders_old
        """,
      remedy: "Name the table that takes its place, or suppress the finding with the reason."),
  ]
}
