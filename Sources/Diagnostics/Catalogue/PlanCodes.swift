extension DiagnosticCode {
  /// Both sides changed a field; blocks the field, not the model.
  public static let conflict = DiagnosticCode(rawValue: "MLC401")
  /// An edit made in the catalog is kept.
  public static let keptEdit = DiagnosticCode(rawValue: "MLC402")
  /// A text that we never published is kept.
  public static let keptUnpublished = DiagnosticCode(rawValue: "MLC403")
  /// The catalog owns a field and keeps its value.
  public static let keptByOwnership = DiagnosticCode(rawValue: "MLC404")
  /// An edit made in the catalog is overwritten.
  public static let overwrittenEdit = DiagnosticCode(rawValue: "MLC405")
  /// A value that we never published is overwritten.
  public static let overwrittenUnpublished = DiagnosticCode(rawValue: "MLC406")
  /// Who wrote what cannot be told, since the user is shared.
  public static let sharedPrincipal = DiagnosticCode(rawValue: "MLC407")
  /// What is removed carries somebody's words.
  public static let removedWithEdits = DiagnosticCode(rawValue: "MLC408")
  /// The model is soft-deleted.
  public static let modelDeleted = DiagnosticCode(rawValue: "MLC409")
  /// The model may not be seen.
  public static let modelForbidden = DiagnosticCode(rawValue: "MLC410")
  /// The service is soft-deleted.
  public static let serviceDeleted = DiagnosticCode(rawValue: "MLC411")
  /// A service to be made has nearly the name of another.
  public static let similarService = DiagnosticCode(rawValue: "MLC412")
  /// More edges would be removed than is believable.
  public static let tooManyEdgesRemoved = DiagnosticCode(rawValue: "MLC413")
  /// The service is of a type that a connector fills.
  public static let serviceOfConnector = DiagnosticCode(rawValue: "MLC414")
  /// Somebody else keeps writing what this publisher writes.
  public static let rewrittenByOthers = DiagnosticCode(rawValue: "MLC415")
  /// The server takes no lineage of columns to features.
  public static let noColumnLineage = DiagnosticCode(rawValue: "MLC416")
  /// A service to be made has the name of the service of the tables.
  public static let databaseServiceName = DiagnosticCode(rawValue: "MLC417")
  /// The service is of another type than the manifest says.
  public static let serviceTypeDiffers = DiagnosticCode(rawValue: "MLC418")
}

extension DiagnosticCatalogue {
  /// MLC4xx: plan, ownership, lineage.
  static let plan: [DiagnosticEntry] = [
    DiagnosticEntry(
      .conflict, .error, title: "Both sides changed a field",
      cause: """
        Since the last publication somebody changed the field in the catalog, and the \
        manifest changed as well. The field stays as the catalog has it; everything else \
        is published.
        """,
      example: """
        description: edited in the catalog and in ml_model.yaml
        """,
      remedy: """
        Take the catalog's text into the file, let the file win once with --force FIELD, \
        or settle it for good under ownership:.
        """),
    DiagnosticEntry(
      .keptEdit, .note, title: "An edit made in the catalog is kept",
      cause: """
        Somebody changed the field in the catalog and the file did not move, so the edit \
        stays.
        """,
      example: """
        A steward wrote a better description.
        """,
      remedy: """
        Take the text into the file, or set ownership: {description: manifest} when the \
        file is to win.
        """),
    DiagnosticEntry(
      .keptUnpublished, .warning, title: "A text that this publisher did not write is kept",
      cause: """
        The catalog holds a text that the publisher's user never published, so it may be \
        somebody's work.
        """,
      example: """
        A model that was made by hand is published from a file for the first time.
        """,
      remedy: """
        Take the text into the file, or overwrite it once with --force FIELD.
        """),
    DiagnosticEntry(
      .keptByOwnership, .warning, title: "A field that the catalog owns is kept",
      cause: """
        The manifest gives another value, but ownership: says that the catalog's is kept.
        """,
      example: """
        ownership: {algorithm: catalog}
        """,
      remedy: """
        Take the catalog's value into the file, or change the entry under ownership:.
        """),
    DiagnosticEntry(
      .overwrittenEdit, .note, title: "An edit made in the catalog is overwritten",
      cause: """
        The field is technical, or the manifest owns it, so the file wins over what \
        somebody wrote.
        """,
      example: """
        Somebody changed the algorithm in the catalog.
        """,
      remedy: """
        Nothing, or set ownership: {FIELD: catalog} to keep such edits.
        """),
    DiagnosticEntry(
      .overwrittenUnpublished, .note,
      title: "A value that this publisher did not write is overwritten",
      cause: """
        The catalog held another value that the publisher's user never published; the \
        field is technical, or the manifest owns it, so the file wins.
        """,
      example: """
        A model that was made by hand is published from a file for the first time.
        """,
      remedy: """
        Nothing, or set ownership: {FIELD: catalog} to keep such values.
        """),
    DiagnosticEntry(
      .sharedPrincipal, .warning, title: "The token's user is shared",
      cause: """
        What a person's account or the ingestion bot wrote cannot be told from what others \
        wrote under it. So no edit can be recognised, and nothing that the file no longer \
        gives is removed.
        """,
      example: """
        A token of the user admin in OPENMETADATA_JWT_TOKEN.
        """,
      remedy: """
        Make a bot of its own for publishing (Settings, Bots, Add Bot) and use its token.
        """),
    DiagnosticEntry(
      .removedWithEdits, .note, title: "What is removed carries somebody's edits",
      cause: """
        The file no longer gives an entry that somebody described, tagged or changed in the \
        catalog; what they made of it goes with it.
        """,
      example: """
        A feature with an edited description is removed from mlFeatures.
        """,
      remedy: """
        Keep the entry in the file if what others made of it is still wanted.
        """),
    DiagnosticEntry(
      .modelDeleted, .error, title: "The model was deleted in the catalog",
      cause: """
        The model is there, marked as deleted. Without --restore it is not brought back, and \
        nothing of it is written.
        """,
      example: """
        Somebody deleted the model in the catalog.
        """,
      remedy: """
        Publish with --restore, or delete the model for good in the catalog and publish again.
        """),
    DiagnosticEntry(
      .modelForbidden, .error, title: "The token may not see the model",
      cause: """
        The server refuses to show the model to the token's user, so it cannot be compared \
        or written.
        """,
      example: """
        A bot without a role.
        """,
      remedy: """
        Let an administrator give the bot the right to view and edit ML models.
        """),
    DiagnosticEntry(
      .serviceDeleted, .error, title: "The service was deleted in the catalog",
      cause: """
        The model's service is there, marked as deleted. Without --restore it is not brought back.
        """,
      example: """
        Somebody deleted the service in the catalog.
        """,
      remedy: """
        Publish with --restore, which brings back all models that were deleted with the service, \
        or name another one.
        """),
    DiagnosticEntry(
      .similarService, .warning, title: "A service of a similar name exists",
      cause: """
        The service does not exist and would be made, but another has nearly its name: a \
        misspelling makes a second home for the models.
        """,
      example: """
        serviceName: CustomMLServise
        """,
      remedy: """
        Correct the name, or silence this finding with suppress: when the new service is \
        meant.
        """),
    DiagnosticEntry(
      .tooManyEdgesRemoved, .error,
      title: "Many edges of the model's lineage would be removed at once",
      cause: """
        More than three edges, and more than half as many as the model will have, would be \
        removed. A wrong file looks like this.
        """,
      example: """
        A manifest of which most features were lost in a merge.
        """,
      remedy: """
        Check the file; give --allow-prune when it is right.
        """),
    DiagnosticEntry(
      .serviceOfConnector, .warning, title: "The service is of a type that a connector fills",
      cause: """
        The service is not of the type CustomMlModel. A connector of its type writes the models \
        of the service as it finds them elsewhere, and deletes those that it does not find.
        """,
      example: """
        serviceName: mlflow_prod
        """,
      remedy: """
        Publish into a service of your own, of the type CustomMlModel.
        """),
    DiagnosticEntry(
      .rewrittenByOthers, .warning, title: "Somebody else keeps rewriting the model",
      cause: """
        The model's history shows one other user who more than once replaced the algorithm or \
        features that this publisher had written: most likely a connector for the same service.
        """,
      example: """
        ingestion-bot sets the algorithm to mlmodel after each publication.
        """,
      remedy: """
        Publish into a service of your own, or take the model out of the connector's filter.
        """),
    DiagnosticEntry(
      .noColumnLineage, .note, title: "The server takes no lineage of columns",
      cause: """
        Servers before 1.3 draw lineage of columns between tables only. The lineage of models is \
        published from table to model.
        """,
      example: """
        A server of the version 1.2.
        """,
      remedy: """
        Nothing; after an upgrade of the server the next publication adds the columns.
        """),
    DiagnosticEntry(
      .databaseServiceName, .warning, title: "The service has the name of the tables' service",
      cause: """
        The service does not exist and would be made, under the name of the database service that \
        the model's tables belong to: most likely that one was written by mistake.
        """,
      example: """
        serviceName: demo_pg
        """,
      remedy: """
        Name a service of ML models, or silence this finding with suppress: when the name is meant.
        """),
    DiagnosticEntry(
      .serviceTypeDiffers, .warning, title: "The service is of another type than the manifest says",
      cause: """
        The serviceType counts only when the service is made. The one that is there has another \
        type, which stays.
        """,
      example: """
        service: {name: mlflow_prod, serviceType: CustomMlModel}
        """,
      remedy: """
        Correct the serviceType, or name another service.
        """),
  ]
}
