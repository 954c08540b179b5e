extension DiagnosticCode {
  /// The server refused a write.
  public static let writeRefused = DiagnosticCode(rawValue: "MLC501")
  /// The server refused some fields of a change.
  public static let fieldsRefused = DiagnosticCode(rawValue: "MLC502")
  /// The server may not be asked for something.
  public static let readRefused = DiagnosticCode(rawValue: "MLC503")
  /// What was read back differs from the plan.
  public static let readBackDiffers = DiagnosticCode(rawValue: "MLC504")
  /// The catalog moved while it was being written.
  public static let catalogMoved = DiagnosticCode(rawValue: "MLC505")
  /// What was written could not be read back.
  public static let notReadBack = DiagnosticCode(rawValue: "MLC506")
  /// Somebody changed a field right after it was published.
  public static let changedAfterwards = DiagnosticCode(rawValue: "MLC507")
  /// The server is of a line that nobody knows yet.
  public static let unknownServerLine = DiagnosticCode(rawValue: "MLC508")
  /// The run was stopped before this model was done.
  public static let stoppedEarly = DiagnosticCode(rawValue: "MLC509")
  /// An edge was taken only without its columns.
  public static let columnsRefused = DiagnosticCode(rawValue: "MLC510")
  /// A custom property of ours is there with a type that cannot hold our values.
  public static let propertyOfOtherType = DiagnosticCode(rawValue: "MLC511")
  /// Nobody knows whether a write arrived.
  public static let writeUnsettled = DiagnosticCode(rawValue: "MLC512")
  /// Nobody looked at what was written.
  public static let notVerified = DiagnosticCode(rawValue: "MLC513")
}

extension DiagnosticCatalogue {
  /// MLC5xx: OpenMetadata.
  static let openMetadata: [DiagnosticEntry] = [
    DiagnosticEntry(
      .writeRefused, .error, title: "The server refused a write",
      cause: """
        The server's own words follow in the message: the token's user may not do it (403), or \
        the server finds the content wrong (400).
        """,
      example: """
        A bot without the right to create ML models.
        """,
      remedy: "Give the bot a role that may, or correct what the server objects to."),
    DiagnosticEntry(
      .fieldsRefused, .error, title: "The server refused some fields of a change",
      cause: """
        Rights and rules hold for each field. The change was repeated in parts; the fields named \
        were refused, the others were written.
        """,
      example: """
        A data steward's token, which may edit descriptions and tags but not the algorithm.
        """,
      remedy: """
        Give the user the right to edit those fields, correct what the server objects to, or leave \
        them out of the manifest.
        """),
    DiagnosticEntry(
      .readRefused, .error, title: "The token's user may not read something that is needed",
      cause: "Without it nothing can be planned, so nothing was written.",
      example: """
        A policy that denies ViewAll on lineage.
        """,
      remedy: "Give the user the right to view it."),
    DiagnosticEntry(
      .readBackDiffers, .error, title: "The catalog shows something else than was written",
      cause: """
        Every write is followed by a read. The server accepted the write, yet the field named has \
        another value than the plan: servers drop some fields silently, depending on version and \
        user.
        """,
      example: """
        A bot's change of a description that the server keeps as it was.
        """,
      remedy: "Publish again; when it stays so, give the bot more rights or change it by hand."),
    DiagnosticEntry(
      .catalogMoved, .error, title: "The catalog moved while it was being written",
      cause: """
        Somebody changed the model between reading and writing, twice in a row. Nothing of theirs \
        was overwritten.
        """,
      example: """
        Two jobs that publish the same model at the same time.
        """,
      remedy: "Publish again, one job at a time."),
    DiagnosticEntry(
      .notReadBack, .error, title: "What was written could not be read back",
      cause: "The server accepted a write, but does not show it, or does not answer any more.",
      example: """
        A server that is stopped in the middle of a run.
        """,
      remedy: "Publish again: a run repairs whatever an earlier one left."),
    DiagnosticEntry(
      .changedAfterwards, .note, title: "Somebody changed a field right after it was published",
      cause: "A later version by another user holds another value than the one just written.",
      example: """
        A steward who edits the description while the job runs.
        """,
      remedy: "Nothing: the next run says who changed what."),
    DiagnosticEntry(
      .unknownServerLine, .warning, title: "A server version that is not known",
      cause: """
        The rules of OpenMetadata 1.5 to 2.0 are known; this server is older or newer. It is \
        treated like the nearest known one, and everything written is read back as always.
        """,
      example: """
        OpenMetadata 1.3.
        """,
      remedy: "Look for a newer mlcatalog, or watch the first run."),
    DiagnosticEntry(
      .stoppedEarly, .error, title: "The run was stopped before this model was done",
      cause: "A signal came (Ctrl-C, or the end of a CI job), so no further write was begun.",
      example: """
        Ctrl-C
        """,
      remedy: "Publish again: the run goes on where this one stopped."),
    DiagnosticEntry(
      .columnsRefused, .warning, title: "The server took an edge only without its columns",
      cause: """
        The server refused the edge with the columns that lead to features, and took the one from \
        table to model. Mostly it knows a column or a feature by another name.
        """,
      example: """
        A column that was renamed in the catalog while the publisher ran.
        """,
      remedy: """
        Publish again; when it stays, compare the columns named with those in the catalog.
        """),
    DiagnosticEntry(
      .propertyOfOtherType, .error, title: "A custom property has another type than is needed",
      cause: """
        Somebody defined a custom property of ML models by a name that `mlcatalog` uses, with a \
        type that cannot hold its text. It is left as it is.
        """,
      example: """
        mlcatalog init --custom-properties
        """,
      remedy: """
        Delete the property under Settings, Custom Attributes, ML Models, when nobody needs it, and \
        define it again; else live without this fact of the registry.
        """),
    DiagnosticEntry(
      .writeUnsettled, .error, title: "Nobody knows whether a write arrived",
      cause: """
        A write was sent and its answer never came, or was none. The catalog was asked whether it \
        had arrived, and that failed as well. It may have been carried out, so the exit status is 3 \
        even when this was the first write.
        """,
      example: """
        A server that is restarted between a write and its answer.
        """,
      remedy: """
        Publish again: the next run begins with what the catalog holds, and repeats only what is \
        still needed.
        """),
    DiagnosticEntry(
      .notVerified, .warning, title: "What was written was not read back",
      cause: """
        With `--no-verify` the answers of the server are all that is known. Servers accept writes \
        with 200 and drop parts of them, depending on version and user.
        """,
      example: """
        mlcatalog publish --no-verify
        """,
      remedy: "Publish without `--no-verify`; reading back costs one or two requests a model."),
  ]
}
