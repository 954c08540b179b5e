extension DiagnosticCode {
  /// The text is not well-formed YAML.
  public static let yamlSyntax = DiagnosticCode(rawValue: "MLC101")
}

extension DiagnosticCatalogue {
  /// MLC1xx: the text is no YAML.
  static let yamlText: [DiagnosticEntry] = [
    DiagnosticEntry(
      .yamlSyntax, .error, title: "The text is not well-formed YAML",
      cause: "The YAML parser could not go on at this place.",
      example: """
        description: "no closing quote
        """,
      remedy: "Correct the text at the place shown; quotes and indentation are the usual causes.")
  ]
}
