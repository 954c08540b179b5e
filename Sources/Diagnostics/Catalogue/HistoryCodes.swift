extension DiagnosticCode {
  /// The catalog does not tell of all versions of a model.
  public static let historyCutOff = DiagnosticCode(rawValue: "MLC470")
  /// Columns that others drew to a feature of the file go.
  public static let columnOverwritten = DiagnosticCode(rawValue: "MLC471")
}

extension DiagnosticCatalogue {
  /// MLC47x: what the history of a model does not tell, and what others made.
  static let history: [DiagnosticEntry] = [
    DiagnosticEntry(
      .historyCutOff, .warning, title: "The catalog does not tell of all versions",
      cause: """
        The oldest version that the catalog tells of is not the first of the model, so nobody can \
        tell who wrote what has not changed since. Such texts are kept, and nothing of that kind \
        is removed.
        """,
      example: """
        A model with hundreds of versions, of which the server keeps or sends the last ones.
        """,
      remedy: """
        Take the texts of the catalog into the file, or overwrite them once with --force FIELD.
        """),
    DiagnosticEntry(
      .columnOverwritten, .note, title: "Columns that somebody drew to a feature go",
      cause: """
        The columns that lead to a feature of the file are those of its featureSources. Somebody \
        drew another one in the catalog, and it goes.
        """,
      example: """
        A column drawn by hand to a feature whose featureSources do not name it.
        """,
      remedy: """
        Name the column under featureSources of the feature, or leave the feature to the catalog.
        """),
  ]
}
