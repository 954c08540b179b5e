extension DiagnosticCode {
  /// The model takes an input that is no feature of the file.
  public static let featureNotInFile = DiagnosticCode(rawValue: "MLC310")
  /// A feature of the file is no input of the model.
  public static let featureNotInSignature = DiagnosticCode(rawValue: "MLC311")
  /// A feature is of another type than the input of the model.
  public static let featureTypeDiffers = DiagnosticCode(rawValue: "MLC312")
  /// Columns of the signature are of a type that no feature has.
  public static let columnsLeftOut = DiagnosticCode(rawValue: "MLC313")
  /// The signature names no inputs.
  public static let featuresNotComparable = DiagnosticCode(rawValue: "MLC314")
  /// A hyper-parameter has another value than in the run.
  public static let hyperParameterDrift = DiagnosticCode(rawValue: "MLC320")
  /// The run recorded no such parameter.
  public static let hyperParameterNotInRun = DiagnosticCode(rawValue: "MLC321")
  /// The run recorded parameters that the file leaves out.
  public static let hyperParametersNotInFile = DiagnosticCode(rawValue: "MLC322")
}

extension DiagnosticCatalogue {
  /// MLC310 to MLC329: features and hyper-parameters, compared with signature and run.
  static let merge: [DiagnosticEntry] = [
    DiagnosticEntry(
      .featureNotInFile, .warning, title: "An input of the model that is no feature of the file",
      cause: """
        The signature of the registered version has a column that `mlFeatures` does not list. Of an \
        optional column this is a note.
        """,
      example: "mlFeatures: []  # the signature takes `persona`",
      remedy: "Add the feature, or leave `mlFeatures` out to publish those of the signature."),
    DiagnosticEntry(
      .featureNotInSignature, .warning, title: "A feature that the model does not take",
      cause:
        "`mlFeatures` lists a feature that is no column of the registered version's signature.",
      example: "mlFeatures: [{name: persona_typ, dataType: categorical}]",
      remedy: "Correct the name or remove the feature."),
    DiagnosticEntry(
      .featureTypeDiffers, .warning, title: "A feature of another type than the model takes",
      cause: """
        Strings and booleans of a signature are categorical, numbers are numerical; the file says \
        something else.
        """,
      example: "{name: persona, dataType: numerical}  # the signature takes a string",
      remedy: """
        Correct the type. Where numbers stand for categories, suppress the finding with that reason.
        """),
    DiagnosticEntry(
      .columnsLeftOut, .note, title: "Columns of a signature that are no features",
      cause: """
        Dates, binary data, arrays, objects, tensors and columns without a name are neither \
        numerical nor categorical.
        """,
      example: "a signature with a column of the type datetime, and no mlFeatures in the file",
      remedy: "Describe the features in the file if they shall be in the catalog."),
    DiagnosticEntry(
      .featuresNotComparable, .note, title: "A signature without names",
      cause: "The registered version takes tensors or columns without names.",
      example: "mlflow.models.infer_signature(numpy_array)",
      remedy: "Nothing has to be done. Log the model with named columns to have them compared."),
    DiagnosticEntry(
      .hyperParameterDrift, .warning, title: "A hyper-parameter that differs from the run's",
      cause: """
        The file says another value than the run of the registered version recorded. Texts that \
        mean the same number, such as `0.20` and `0.2`, do not differ.
        """,
      example: "mlHyperParameters: [{name: eta, value: 0.30}]  # the run used 0.25",
      remedy: "Correct the value, or leave `mlHyperParameters` out to publish the run's."),
    DiagnosticEntry(
      .hyperParameterNotInRun, .warning, title: "A hyper-parameter that the run did not record",
      cause: "The run of the registered version recorded parameters, and not this one.",
      example: "mlHyperParameters: [{name: etta, value: 0.30}]",
      remedy: "Correct the name or remove the parameter."),
    DiagnosticEntry(
      .hyperParametersNotInFile, .note, title: "Parameters of the run that the file leaves out",
      cause:
        "A list in the file is published as it is; what the run recorded beyond it is not added.",
      example: "mlHyperParameters: [{name: eta, value: 0.30}]",
      remedy: "Add those that matter, or leave `mlHyperParameters` out to publish all."),
  ]
}
