extension DiagnosticCode {
  /// Nothing names the server.
  public static let noHost = DiagnosticCode(rawValue: "MLC801")
  /// The address of the server is not one.
  public static let invalidHost = DiagnosticCode(rawValue: "MLC802")
  /// A variable of the environment cannot be understood.
  public static let invalidVariable = DiagnosticCode(rawValue: "MLC803")
  /// A line of `.env` is not of the form `NAME=value`.
  public static let malformedEnvironmentFile = DiagnosticCode(rawValue: "MLC804")
  /// A file of the project's settings cannot be read.
  public static let unreadableSettings = DiagnosticCode(rawValue: "MLC805")
  /// A path of the command line does not exist or cannot be read.
  public static let noSuchPath = DiagnosticCode(rawValue: "MLC806")
  /// Nothing to publish was found.
  public static let nothingToPublish = DiagnosticCode(rawValue: "MLC807")
  /// A report cannot be written.
  public static let unwritableReport = DiagnosticCode(rawValue: "MLC808")
  /// A pattern of the project config matches no file, and others do.
  public static let unmatchedPattern = DiagnosticCode(rawValue: "MLC809")
  /// `--set` gives a value that no model, or more than one, can take.
  public static let invalidOverride = DiagnosticCode(rawValue: "MLC810")
  /// `--env` names no environment of the project config.
  public static let unknownEnvironment = DiagnosticCode(rawValue: "MLC811")
  /// A file that shall be made is there already.
  public static let existingFile = DiagnosticCode(rawValue: "MLC812")
}

extension DiagnosticCatalogue {
  /// MLC8xx: configuration.
  static let configuration: [DiagnosticEntry] = [
    DiagnosticEntry(
      .noHost, .error, title: "No server is named",
      cause: "Neither the command line nor the environment nor `.env` says where the catalog is.",
      example: """
        mlcatalog publish
        """,
      remedy: "Set OPENMETADATA_HOST, or give --host https://catalog.example."),
    DiagnosticEntry(
      .invalidHost, .error, title: "The address of the server is not one",
      cause: """
        A server is named by scheme, host and, where needed, port. User names, queries and \
        fragments are refused, and so is anything that two programs could read differently.
        """,
      example: """
        OPENMETADATA_HOST=catalog.example
        """,
      remedy: "Write the address with its scheme: https://catalog.example, with or without /api."),
    DiagnosticEntry(
      .invalidVariable, .error, title: "A variable of the environment cannot be understood",
      cause: "The variable has a value of a form that it cannot have; the value is not repeated.",
      example: """
        OPENMETADATA_CLIENT_TIMEOUT=soon
        """,
      remedy: "Correct or unset the variable that the message names."),
    DiagnosticEntry(
      .malformedEnvironmentFile, .error, title: "A line of .env is not NAME=value",
      cause: """
        The file holds one variable a line; a quote that is not closed, something behind a quote \
        that is, or a name with other characters than letters, digits and `_` makes a line useless. \
        It is not repeated, since it may hold a secret.
        """,
      example: """
        OPENMETADATA_HOST: http://localhost:8585
        """,
      remedy: "Write NAME=value, or begin the line with # when it is a remark."),
    DiagnosticEntry(
      .unreadableSettings, .error, title: "A settings file cannot be read",
      cause: """
        The project config named by --config or MLCATALOG_CONFIG, or the file that \
        OPENMETADATA_JWT_TOKEN_FILE names, does not exist or may not be read.
        """,
      example: """
        mlcatalog publish --config elsewhere/mlcatalog.yaml
        """,
      remedy: "Correct the path, or give the user that runs the publisher the right to read it."),
    DiagnosticEntry(
      .noSuchPath, .error, title: "No such file or folder",
      cause: "A path of the command line leads nowhere, or to a file that may not be read.",
      example: """
        mlcatalog publish ml_modle.yaml
        """,
      remedy: "Correct the path; relative paths begin at the working directory."),
    DiagnosticEntry(
      .nothingToPublish, .error, title: "Nothing to publish was found",
      cause: """
        A folder holds no file named ml_model*.yaml or ml_model*.yml, the globs of the project \
        config match nothing, or the files found hold no model.
        """,
      example: """
        mlcatalog publish docs/
        """,
      remedy: "Name the manifest, or list it under manifests: in mlcatalog.yaml."),
    DiagnosticEntry(
      .unwritableReport, .error, title: "A report cannot be written",
      cause: "The file of --output, or the standard output, cannot be opened or written.",
      example: """
        mlcatalog publish --output json=/no/such/folder/report.json
        """,
      remedy: "Make the folder, free space, or choose another place."),
    DiagnosticEntry(
      .unmatchedPattern, .warning, title: "A pattern of the project config matches no file",
      cause: """
        Other patterns under manifests: match files, and this one does not: it is misspelt, or \
        the files that it was for are gone.
        """,
      example: """
        manifests: [ml_model.yaml, modles/*.yaml]
        """,
      remedy: "Correct the pattern, or remove it."),
    DiagnosticEntry(
      .invalidOverride, .error, title: "A value of the command line that has no place",
      cause: """
        `--set` names a model or an element of a list that no file describes, or several models \
        could be meant.
        """,
      example: """
        mlcatalog publish models/ --set registry.mlflow.version=7
        """,
      remedy: "Name the model: --set 'Revenue Predictions:registry.mlflow.version=7'."),
    DiagnosticEntry(
      .unknownEnvironment, .error, title: "An environment that the project config does not have",
      cause: "`--env` takes a name below `environments:` of mlcatalog.yaml.",
      example: """
        mlcatalog publish --env prd
        """,
      remedy: "Correct the name, or add the environment to mlcatalog.yaml."),
    DiagnosticEntry(
      .existingFile, .error, title: "A file that shall be made is there already",
      cause: "`init` starts a project and writes over nothing.",
      example: """
        mlcatalog init
        """,
      remedy: "Edit the file that is there, or run the command in another folder."),
  ]
}
