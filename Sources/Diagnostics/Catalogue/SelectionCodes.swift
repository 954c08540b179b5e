extension DiagnosticCode {
  /// A pattern of `--select` fits no model.
  public static let nothingSelected = DiagnosticCode(rawValue: "MLC870")
  /// The server failed to tell something that a model needs.
  public static let thingNotRead = DiagnosticCode(rawValue: "MLC871")
}

extension DiagnosticCatalogue {
  /// MLC870 and MLC871: many models in one run.
  static let selection: [DiagnosticEntry] = [
    DiagnosticEntry(
      .nothingSelected, .error, title: "A pattern that fits no model",
      cause: """
        `--select` names models by their fully qualified names, service first; `*` stands for any \
        characters. No model that the files describe has such a name, and a run about nothing would \
        look as if all was well.
        """,
      example: """
        mlcatalog publish --select 'CustomMLServise.*'
        """,
      remedy: """
        Correct the pattern. Without --select all models are meant; `mlcatalog graph` shows their \
        names.
        """),
    DiagnosticEntry(
      .thingNotRead, .error, title: "Something that a model needs could not be read",
      cause: """
        The server failed when it was asked for one table, model or other thing. The models that \
        need it are left as they are, since nobody knows what would be overwritten; all others go \
        on.
        """,
      example: """
        GET /api/v1/mlmodels/name/CustomMLService.Churn answers 500.
        """,
      remedy: """
        Publish again. When it stays, look into the log of the server: it cannot show this thing \
        to anybody.
        """),
  ]
}
