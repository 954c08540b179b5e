extension DiagnosticCode {
  /// A registry has no such model, version, alias, stage, workspace or the like.
  public static let registeredModelNotFound = DiagnosticCode(rawValue: "MLC600")
  /// A registry is not reached, or something else answers in its place.
  public static let registryUnreachable = DiagnosticCode(rawValue: "MLC601")
  /// A registry was still busy after all repetitions.
  public static let registryBusy = DiagnosticCode(rawValue: "MLC602")
  /// A registry takes no token, or none may be sent to it.
  public static let registryNotPermitted = DiagnosticCode(rawValue: "MLC603")
  /// The settings that lead to a registry cannot be used.
  public static let registryMisconfigured = DiagnosticCode(rawValue: "MLC604")
  /// A model is published without what its registry knows.
  public static let registryNotAsked = DiagnosticCode(rawValue: "MLC605")
}

extension DiagnosticCatalogue {
  /// MLC6xx: MLflow and Azure Machine Learning.
  static let registry: [DiagnosticEntry] = [
    DiagnosticEntry(
      .registeredModelNotFound, .error, title: "The registry has no such version",
      cause: """
        The registry answered, and the model, version, alias, stage, workspace or subscription \
        that the manifest names is not there, or not visible.
        """,
      example: "registry: {mlflow: {model: revenu, alias: champion}}",
      remedy: "Correct the value as the registry shows it; the hint names what there is."),
    DiagnosticEntry(
      .registryUnreachable, .error, title: "The registry cannot be reached",
      cause: """
        No connection, an address where something else answers, or a server that fails. Models that \
        name the registry are not published.
        """,
      example: "MLFLOW_TRACKING_URI=http://localhost:1 mlcatalog publish",
      remedy: """
        Check the address. `--registry optional` publishes what the files say and leaves alone what \
        the registry may have given.
        """),
    DiagnosticEntry(
      .registryBusy, .error, title: "The registry is too busy",
      cause: "It answered 429, 502 or 503 until the last repetition.",
      example: "HTTP 429 from MLflow",
      remedy: "Try again later, or publish without it by `--registry optional`."),
    DiagnosticEntry(
      .registryNotPermitted, .error, title: "The registry does not let this run in",
      cause: """
        It knows neither the token nor the user, or gives them no right to read the model; or the \
        address came from a file, and no token is sent there.
        """,
      example: "HTTP 401 from MLflow",
      remedy: """
        Give a token in the environment that may read the registry, and name its address there too.
        """),
    DiagnosticEntry(
      .registryMisconfigured, .error, title: "Settings of a registry that cannot be used",
      cause: """
        An address, a certificate or a variable is not what it should be; or nothing says where the \
        registry is.
        """,
      example: "MLFLOW_TRACKING_URI=localhost:5000",
      remedy: """
        Correct what the message names. What is missing can stand in the manifest, in a variable, \
        under `registry:` of mlcatalog.yaml, or there in an environment that `--env` names.
        """),
    DiagnosticEntry(
      .registryNotAsked, .warning, title: "Published without the registry",
      cause: """
        The registry did not answer, and `--registry optional` goes on without it. What it may have \
        given stays in the catalog as it is. With `--timeout` it is waited for no longer than half \
        of the time that is left.
        """,
      example: "mlcatalog publish --registry optional",
      remedy: "Publish again when the registry answers."),
  ]
}
