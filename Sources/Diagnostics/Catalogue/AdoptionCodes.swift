extension DiagnosticCode {
  /// The catalog has nothing of the name that `pull` was given.
  public static let nothingToPull = DiagnosticCode(rawValue: "MLC852")
  /// A field that no manifest can say as the catalog has it.
  public static let leftToCatalog = DiagnosticCode(rawValue: "MLC853")
  /// A model that no manifest can describe.
  public static let modelNotDescribable = DiagnosticCode(rawValue: "MLC854")
  /// Lineage of columns that no source of a feature says.
  public static let lineageUnsaid = DiagnosticCode(rawValue: "MLC855")
  /// The project config does not list manifests that were just made.
  public static let unlistedManifests = DiagnosticCode(rawValue: "MLC856")
}

extension DiagnosticCatalogue {
  /// MLC85x: manifests made from what the catalog holds.
  static let adoption: [DiagnosticEntry] = [
    DiagnosticEntry(
      .nothingToPull, .error, title: "Nothing to pull was found",
      cause: """
        The catalog has no model or service of that name, or it was deleted there, or the service \
        holds no model. A name of one part is a service, one of two parts a model.
        """,
      example: """
        mlcatalog pull "CustomMLService.Revenue Predictoins"
        """,
      remedy: """
        Write the name as the catalog shows it, with quotes around a part that has a dot in it; or \
        give --service NAME for a service, where the name needs no quotes of its own.
        """),
    DiagnosticEntry(
      .leftToCatalog, .note, title: "A field is left to the catalog",
      cause: """
        Its value cannot stand in a manifest, or publishing it would be refused or would change \
        it: a source in a deleted table, an address that is none, a value that its custom property \
        no longer allows. The manifest has a comment in its place, and publishing leaves it alone.
        """,
      example: """
        # `server` stays as the catalog has it: `models/revenue` is no absolute URL
        """,
      remedy: "Correct it in the catalog and pull again, or write down what it should be."),
    DiagnosticEntry(
      .modelNotDescribable, .error, title: "No manifest can describe the model",
      cause: """
        The model lacks something that every manifest needs, such as its algorithm, or has a name \
        that no manifest takes.
        """,
      example: """
        no manifest can describe `CustomMLService.churn`: `algorithm` needs a value
        """,
      remedy: "Correct the model in the catalog, and pull it again."),
    DiagnosticEntry(
      .lineageUnsaid, .warning, title: "Publishing would take lineage away",
      cause: """
        Somebody drew lineage from a column to a feature in the catalog, and the feature's sources \
        do not name the column. What a manifest says of a feature is all that leads to it.
        """,
      example: """
        publishing takes away the lineage from `demo_pg.postgres.public.orders.user_id` to \
        `CustomMLService.churn.loyalty`: no source of the feature says it
        """,
      remedy: "Name the column under featureSources: of the feature, if it is one of its sources."),
    DiagnosticEntry(
      .unlistedManifests, .warning, title: "The project config does not list the new manifests",
      cause: "There is a mlcatalog.yaml, and it is not written over; its globs miss new files.",
      example: """
        manifests: [ml_model.yaml]    # and pulled/ml_model_churn.yaml beside it
        """,
      remedy: "Add the glob that the message names under manifests:."),
  ]
}
