extension DiagnosticCode {
  /// A file with findings that can be mended was not changed.
  public static let fileNotFixed = DiagnosticCode(rawValue: "MLC847")
  /// A file that was to be mended has another content than the one that was read.
  public static let fileChangedMeanwhile = DiagnosticCode(rawValue: "MLC848")
  /// A source does not say of which type its column is.
  public static let sourceWithoutType = DiagnosticCode(rawValue: "MLC849")
  /// A text without quotes that other readers of YAML take for something else.
  public static let unquotedText = DiagnosticCode(rawValue: "MLC850")
}

extension DiagnosticCatalogue {
  /// MLC847 to MLC850: mending files with `--fix`.
  static let fixes: [DiagnosticEntry] = [
    DiagnosticEntry(
      .fileNotFixed, .error, title: "A file that could not be mended",
      cause: """
        `--fix` found something to mend in a file that may not be written, that is no file of its \
        own, or whose symbolic link leads out of the repository. It was left as it is.
        """,
      example: "chmod a-w ml_model.yaml; mlcatalog publish --check --fix",
      remedy: """
        Make the file writable, or name the file that the link leads to. `--fix --diff` shows what \
        would be changed.
        """),
    DiagnosticEntry(
      .fileChangedMeanwhile, .error, title: "A file that was changed while it was being mended",
      cause: """
        Something else wrote the file after `--fix` had read it. It was left as it is, so that \
        nobody's work is lost.
        """,
      example: "An editor saved ml_model.yaml while the catalog was being read.",
      remedy: "Run the command again."),
    DiagnosticEntry(
      .sourceWithoutType, .note, title: "A source without a type",
      cause: """
        The source of a feature names a column and not its type, which the catalog knows. Only \
        `--fix` looks for this, and writes the type.
        """,
      example: "featureSources: [{name: premium, dataSourceFqn: demo_pg.postgres.public.users}]",
      remedy: "Add `dataType`, or leave it out: it is not required."),
    DiagnosticEntry(
      .unquotedText, .note, title: "A text that other readers of YAML take for something else",
      cause: """
        Here every value is taken as it is written, but most other programs read `1.10` as the \
        number 1.1, `yes` as a truth value, `007` as a number of another base and `2026-11-21` as \
        a date. Only `--fix` looks for this, and writes the quotes.
        """,
      example: "registry: {azureml: {model: revenue, version: 1.10}}",
      remedy: "Put the value in quotes."),
  ]
}
