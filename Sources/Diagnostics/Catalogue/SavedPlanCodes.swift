extension DiagnosticCode {
  /// A file is no plan that can be read.
  public static let unreadablePlan = DiagnosticCode(rawValue: "MLC430")
  /// A plan was changed after it was made.
  public static let editedPlan = DiagnosticCode(rawValue: "MLC431")
  /// A plan was made by another version of the program.
  public static let planOfOtherVersion = DiagnosticCode(rawValue: "MLC432")
  /// A plan was made for another server or environment.
  public static let planForElsewhere = DiagnosticCode(rawValue: "MLC433")
  /// The catalog moved since a plan was made.
  public static let stalePlan = DiagnosticCode(rawValue: "MLC434")
  /// A plan could not be written to its file.
  public static let unwritablePlan = DiagnosticCode(rawValue: "MLC435")
  /// A plan would hold a secret.
  public static let planWithSecret = DiagnosticCode(rawValue: "MLC436")
  /// A model that a plan does not change moved since.
  public static let movedSincePlan = DiagnosticCode(rawValue: "MLC437")
  /// A model that a plan brought back has other edges than the plan says.
  public static let restoredLineageDiffers = DiagnosticCode(rawValue: "MLC438")
}

extension DiagnosticCatalogue {
  /// The codes about a plan itself, which no file of the project may silence.
  static let savedPlanCodes = Set(savedPlan.map(\.code))

  /// MLC43x: plans that are saved and carried out later.
  static let savedPlan: [DiagnosticEntry] = [
    DiagnosticEntry(
      .unreadablePlan, .error, title: "A file is no plan that can be read",
      cause: """
        `--plan` takes a file that `publish --check --plan-out FILE` wrote. This one was cut off, is \
        something else, or of a form that this program does not know.
        """,
      example: """
        mlcatalog publish --plan report.json
        """,
      remedy: "Plan again with publish --check --plan-out FILE, and copy the file as it is."),
    DiagnosticEntry(
      .editedPlan, .error, title: "A plan was changed after it was made",
      cause: """
        A plan holds the digest of its content, and it does not fit. What was approved is then not \
        what would be written.
        """,
      example: """
        A value in the file was replaced by hand.
        """,
      remedy: "Change the manifest, and plan again."),
    DiagnosticEntry(
      .planOfOtherVersion, .error, title: "A plan was made by another version of the program",
      cause: """
        Versions may plan and write differently, so a plan is carried out by the version that made \
        it, and against the version of OpenMetadata that it was made for.
        """,
      example: """
        The job that publishes installs a newer mlcatalog than the one that checks.
        """,
      remedy: "Use one version in both jobs, or plan again."),
    DiagnosticEntry(
      .planForElsewhere, .error, title: "A plan was made for another server, environment or user",
      cause: """
        A plan belongs to the server and the environment that it was made with, and to the user \
        whose writes it took for ours; the settings of this run lead elsewhere.
        """,
      example: """
        Planned with --env staging, carried out with --env production.
        """,
      remedy: "Give the same --env and --host and a token of the same user, or plan again."),
    DiagnosticEntry(
      .stalePlan, .error, title: "The catalog moved since the plan was made",
      cause: """
        A model, its lineage or its service is not as it was when the plan was made. Nothing was \
        written, to no model of the plan; the notes name the fields that moved, by whom and when.
        """,
      example: """
        A steward wrote a description while the plan waited for its approval.
        """,
      remedy: "Look at the new plan: publish --check --plan-out FILE."),
    DiagnosticEntry(
      .unwritablePlan, .error, title: "A plan could not be written",
      cause: "The file system said no; a file that was there is as it was.",
      example: """
        The folder of --plan-out is not there.
        """,
      remedy: "Make its folder, or room for it, or choose another place."),
    DiagnosticEntry(
      .planWithSecret, .error, title: "A plan would hold a secret",
      cause: """
        A plan holds what is written, word for word, and a manifest or the catalog has a secret \
        among it. Plans are kept by CI and read by many.
        """,
      example: """
        server: https://user:password@models.example
        """,
      remedy: "Take the secret out of the manifest, and make it worthless."),
    DiagnosticEntry(
      .movedSincePlan, .note, title: "A model that the plan does not change moved since",
      cause: """
        The plan found nothing to do for the model, and nothing is written to it; but the catalog \
        now shows another version than the one that was looked at.
        """,
      example: """
        A steward tagged another model of the plan.
        """,
      remedy: "Nothing, or check again to see whether the file is still what the catalog shows."),
    DiagnosticEntry(
      .restoredLineageDiffers, .error, title: "A model that came back has other edges than planned",
      cause: """
        The edges of a deleted model show only when it is back, so a plan cannot hold what is to be \
        done about them. The model was restored and changed as planned; its lineage is not what the \
        manifest says.
        """,
      example: """
        Before the model was deleted, its manifest named another table.
        """,
      remedy: "Publish again: the next plan shows these edges."),
  ]
}
