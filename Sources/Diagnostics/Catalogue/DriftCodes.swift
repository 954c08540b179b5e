extension DiagnosticCode {
  /// Somebody else changed in the catalog what was published.
  public static let driftedField = DiagnosticCode(rawValue: "MLC450")
  /// A model that was published was deleted in the catalog.
  public static let driftedModelDeleted = DiagnosticCode(rawValue: "MLC451")
  /// A model is not in the catalog.
  public static let driftedModelMissing = DiagnosticCode(rawValue: "MLC452")
  /// A source table is there no more.
  public static let driftedTableGone = DiagnosticCode(rawValue: "MLC453")
  /// A source table has another name, or was made anew.
  public static let driftedTableReplaced = DiagnosticCode(rawValue: "MLC454")
  /// A source table is no longer to be used.
  public static let driftedTableDeprecated = DiagnosticCode(rawValue: "MLC455")
  /// A source column is there no more.
  public static let driftedColumnGone = DiagnosticCode(rawValue: "MLC456")
  /// A source column has another type.
  public static let driftedColumnType = DiagnosticCode(rawValue: "MLC457")
  /// An alias, a stage or a label points to another version than the one published.
  public static let driftedRegistration = DiagnosticCode(rawValue: "MLC458")
  /// A newer version is registered than the one published.
  public static let newRegistration = DiagnosticCode(rawValue: "MLC459")
  /// An edge that was published is there no more.
  public static let driftedEdgeGone = DiagnosticCode(rawValue: "MLC460")
  /// Columns of an edge that was published are there no more.
  public static let driftedEdgeColumns = DiagnosticCode(rawValue: "MLC461")
  /// Nobody can tell whether something drifted.
  public static let driftUnknown = DiagnosticCode(rawValue: "MLC462")
}

extension DiagnosticCatalogue {
  /// The codes that only `drift` finds: no other run can tell whether such a finding is silenced in
  /// vain.
  public static let driftCodes = Set(drift.map(\.code))

  /// MLC45x and MLC46x: what changed since the last publication, elsewhere than in the files.
  static let drift: [DiagnosticEntry] = [
    DiagnosticEntry(
      .driftedField, .warning, title: "Edited in the catalog since it was published",
      cause: """
        The catalog keeps the versions of a model and who made each. One by somebody else is newer \
        than the one in which this publisher gave the field its value, and the catalog shows \
        something else now, which is not what the file says either.
        """,
      example: """
        Someone rewrites the description in the catalog's pages.
        """,
      remedy: """
        Take the catalog's value into the file, or publish the file's again, with --force FIELD for \
        prose. A field that belongs to the catalog is one under ownership: {FIELD: catalog}, and is \
        no drift.
        """),
    DiagnosticEntry(
      .driftedModelDeleted, .error, title: "A published model was deleted in the catalog",
      cause: "The model was deleted softly: the catalog keeps it, and shows it no more.",
      example: """
        Someone deletes the model in the catalog's pages.
        """,
      remedy: "Publish with --restore to bring it back, or remove its manifest."),
    DiagnosticEntry(
      .driftedModelMissing, .error, title: "A model is not in the catalog",
      cause: """
        The model was never published, or it was deleted for good, with its versions and its \
        lineage.
        """,
      example: """
        A connector that removes the models it does not know from its service.
        """,
      remedy: "Publish it."),
    DiagnosticEntry(
      .driftedTableGone, .error, title: "A source table is gone",
      cause: "A table that a feature is made from is not in the catalog, or was deleted there.",
      example: """
        A table that was dropped in the database, and then by the next ingestion in the catalog.
        """,
      remedy: "Name the table that took its place, or remove the source."),
    DiagnosticEntry(
      .driftedTableReplaced, .error, title: "A source table was renamed or made anew",
      cause: """
        The table of the id that was published has another name now, or the name belongs to another \
        table. Lineage leads from the table that was published.
        """,
      example: """
        A table that was dropped and made again between two ingestions.
        """,
      remedy: "Write the new name into the file where it changed, and publish."),
    DiagnosticEntry(
      .driftedTableDeprecated, .warning, title: "A source table was deprecated",
      cause: "The catalog says of a table that a feature is made from that it is not to be used.",
      example: """
        entityStatus: Deprecated on the table's page
        """,
      remedy: "Ask its owners what takes its place, and name that."),
    DiagnosticEntry(
      .driftedColumnGone, .error, title: "A source column is gone",
      cause: """
        A feature is made from a column that its table does not have. With an mlcatalog.lock that \
        knows the table the column was there when the lock was made.
        """,
      example: """
        alter table orders rename column last_update to updated_at
        """,
      remedy: "Name the column that took its place, or remove the source."),
    DiagnosticEntry(
      .driftedColumnType, .warning, title: "A source column has another type",
      cause: """
        The column's type is not the one of mlcatalog.lock; without a lock, it does not fit the \
        dataType that the file gives the source.
        """,
      example: """
        alter table orders alter column order_id type text
        """,
      remedy: """
        See whether the feature still means the same; then write its new dataType, and run \
        'mlcatalog lock' where there is a lock.
        """),
    DiagnosticEntry(
      .driftedRegistration, .warning, title: "The registry points to another version",
      cause: """
        The alias, the stage or the label that the manifest names points to another version than \
        the one that the catalog shows, or that mlcatalog.lock holds.
        """,
      example: """
        client.set_registered_model_alias("revenue", "champion", 8)
        """,
      remedy: "Publish, so that the catalog shows the version that is in use."),
    DiagnosticEntry(
      .newRegistration, .warning, title: "A newer version is registered",
      cause: """
        The manifest means the latest version of a registered model, and one was registered since \
        the last publication.
        """,
      example: """
        registry: {mlflow: {model: revenue, version: latest}}
        """,
      remedy: "Publish, or let an alias choose the version."),
    DiagnosticEntry(
      .driftedEdgeGone, .error, title: "A published edge is gone",
      cause: """
        The catalog has the model with a source in a table, and no edge leads from that table to the \
        model any more.
        """,
      example: """
        Someone deletes the edge in the lineage editor.
        """,
      remedy: "Publish; the edge is made again. Remove the source if it is not one any more."),
    DiagnosticEntry(
      .driftedEdgeColumns, .error, title: "Columns of a published edge are gone",
      cause: """
        The edge from a table is there, without columns that lead to features, or without the line \
        by which this publisher knows its edges. Whoever writes an edge writes all of it.
        """,
      example: """
        A connector that writes the same edge from a query.
        """,
      remedy: "Publish; what others wrote on the edge stays."),
    DiagnosticEntry(
      .driftUnknown, .warning, title: "Nobody can tell whether something drifted",
      cause: """
        The token may not see a table, or none of the model's versions is by this publisher, so that \
        nobody knows what it published.
        """,
      example: """
        A token of another bot than the one that publishes.
        """,
      remedy: "Use the token of the publisher's bot, and let it view what the files name."),
  ]
}
