import MLflowAPI

/// Everything that was read for one version.
struct VersionMaterial: Sendable {
  let model: RegisteredModel
  let version: ModelVersion
  /// The run, or why there is none; nil when the version names none.
  var run: Result<Run, MLflowError>?
  /// The `MLmodel` file, or why there is none.
  var file: Result<MLmodelFile, MLmodelGap>
  /// Where the files are, when that was asked for.
  var downloadURI: String?
  /// The logged model, when it was asked for.
  var loggedModel: LoggedModel?
  /// The run's experiment, when it is known.
  var experiment: Experiment?

  /// The run when there is one.
  var foundRun: Run? { try? run?.get() }

  /// The experiment of the run, or else of the logged model.
  var experimentID: String? { foundRun?.experimentID ?? loggedModel?.experimentID }

  /// The tag in which people describe a run, a logged model or an experiment.
  static let noteKey = "mlflow.note.content"

  /// Whether neither version nor model are described.
  var lacksDescription: Bool { version.description == nil && model.description == nil }

  /// Whether logged model and run say nothing either.
  var lacksNote: Bool {
    let notes = [loggedModel?.tags[Self.noteKey], foundRun?.tags[Self.noteKey]]
    return lacksDescription && notes.allSatisfy { ($0 ?? "").allSatisfy(\.isWhitespace) }
  }
}
